import { currentHop, type Exchange, originOf } from '../cors/index.ts';
import { isCutUrl, toExchange } from '../exchange/index.ts';
import type { ProbeAnswer, ProbePreflight } from '../messages/index.ts';
import { hasHostAccess } from '../platform/host-access.ts';
import { sendPreflight } from '../platform/preflight-probe.ts';
import { SerialQueue } from './serial-queue.ts';
import type { State } from './state.ts';

const queue = new SerialQueue();

/** Sends an exchange's preflight again. Only what a page has really asked can be asked here. */
export async function probePreflight(
  state: State,
  { tabId, exchangeId }: ProbePreflight,
): Promise<ProbeAnswer> {
  const exchange = await storedExchange(state, tabId, exchangeId);
  if (exchange === null) return { ok: false, error: 'The request is gone.' };
  const { url, preflight } = currentHop(exchange);
  if (preflight === null || preflight.requestHeaders.length === 0)
    return { ok: false, error: 'No preflight of this request was seen.' };
  if (isCutUrl(url)) return { ok: false, error: 'The URL is too long to be kept.' };
  const { requestHeaders } = preflight;
  if (!(await hasHostAccess([originOf(url)])))
    return { ok: false, error: `The extension has no access to ${originOf(url)}.` };
  return { ok: true, preflight: await queue.run(() => sendPreflight(url, requestHeaders)) };
}

/** The tab's, or one of its page's service worker, which belongs to no tab. */
async function storedExchange(state: State, tabId: number, id: string): Promise<Exchange | null> {
  const stored = state.exchanges.get(tabId, id) ?? state.exchanges.get(-1, id);
  const [record] = stored === undefined ? [] : await state.exchanges.readAll([stored]);
  return record === undefined ? null : toExchange(record);
}
