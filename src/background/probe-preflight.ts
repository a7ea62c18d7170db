import { hasHostAccess } from '../browser/host-access.ts';
import { sendPreflight } from '../browser/preflight-probe.ts';
import { CommandError, type ProbePreflight } from '../commands/index.ts';
import {
  currentHop,
  type Exchange,
  originOf,
  type Preflight,
  SERVICE_WORKER,
  tabOwner,
} from '../cors/index.ts';
import { isTruncatedUrl, toExchange } from '../observe/index.ts';
import { SerialQueue } from './serial-queue.ts';
import type { State } from './state.ts';

const queue = new SerialQueue();

/** Sends an exchange's preflight again. It must be one that a page has really sent. @throws CommandError */
export async function probePreflight(
  state: State,
  { tabId, exchangeId }: ProbePreflight,
): Promise<Preflight> {
  const exchange = await storedExchange(state, tabId, exchangeId);
  if (exchange === null) throw new CommandError({ code: 'gone', parameters: {} }, 'The request is gone.');
  const { url, preflight } = currentHop(exchange);
  if (preflight === null || preflight.requestHeaders.length === 0)
    throw new CommandError(
      { code: 'no-preflight', parameters: {} },
      'No preflight of this request was seen.',
    );
  if (isTruncatedUrl(url))
    throw new CommandError({ code: 'url-too-long', parameters: {} }, 'The URL is too long to be kept.');
  const { requestHeaders } = preflight;
  const origin = originOf(url);
  if (!(await hasHostAccess([origin])))
    throw new CommandError(
      { code: 'no-access', parameters: { origin } },
      `The extension has no access to ${origin}.`,
    );
  return await queue.run(() => sendPreflight(url, requestHeaders));
}

/** Finds an exchange of the tab, or of a service worker, which belongs to no tab. */
async function storedExchange(state: State, tabId: number, id: string): Promise<Exchange | null> {
  const stored = state.exchanges.get(tabOwner(tabId), id) ?? state.exchanges.get(SERVICE_WORKER, id);
  const [record] = stored === undefined ? [] : await state.exchanges.readAll([stored]);
  return record === undefined ? null : toExchange(record);
}
