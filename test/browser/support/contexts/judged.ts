import { expect } from 'vitest';
import { redactUrl } from '../../../../src/privacy/url.ts';
import type { ReportedExchange } from '../../../../src/report/report.ts';
import type { ArrivedRequest } from '../../../servers/answering-site.ts';
import { type ExtensionContext, exportReport } from '../../harness/extension-page.ts';
import type { Truth, Truths } from './chrome-truth.ts';

/** A request that was sent, to a URL that no other was sent to. */
export interface Sent {
  readonly url: string;
  /** Where redirects have led it. */
  readonly lastUrl?: string;
  readonly method: string;
  readonly origin: string;
  readonly included: boolean;
  /** Chrome tells of the page's request and of its service worker's, which is the one that is sent. */
  readonly viaWorker?: boolean;
}

/** What is compared: of the report on one side, of Chrome and the server on the other. */
export interface Judged {
  readonly url: string;
  readonly method: string;
  readonly origin: string;
  readonly outcome: string;
  readonly error: string | null;
  readonly parameter: string | null;
  readonly preflighted: boolean;
}

/** What the report has to say of a request. */
function judgedByChrome(sent: Sent, told: readonly Truth[], arrived: readonly ArrivedRequest[]): Judged {
  const truth = told.find(({ corsError }) => corsError !== null) ?? told[0];
  if (truth === undefined) throw new Error(`Chrome said nothing of ${sent.url}.`);
  const { url, lastUrl = url, method, origin } = sent;
  const preflighted = arrived.some((one) => one.method === 'OPTIONS' && one.url === lastUrl);
  const { corsError, parameter, netError } = truth;
  const outcome = netError === null ? 'allowed' : corsError === null ? 'failed' : 'blocked';
  return { url: lastUrl, method, origin, outcome, error: corsError ?? netError, parameter, preflighted };
}

/** What the report says, read for the credentials mode that the request had. */
export function judgedByReport(exchange: ReportedExchange, included: boolean): Judged {
  const { url, method, origin, outcome, preflight } = exchange;
  const first = exchange.failures.find(({ when }) => included || when === 'always');
  const { error = null, parameter = null } = first ?? {};
  return { url, method, origin, outcome, error, parameter, preflighted: preflight !== null };
}

/** Waits until Chrome has said what became of them. */
async function allTold(truths: Truths, sent: readonly Sent[]): Promise<void> {
  const isTold = ({ url, viaWorker = false }: Sent) => truths.of(url).length >= (viaWorker ? 2 : 1);
  await expect.poll(() => sent.filter((one) => !isTold(one))).toEqual([]);
}

/** The tab's exchanges, once there are `count` and all are over. */
export async function settled(
  context: ExtensionContext,
  tabId: number,
  count: number,
): Promise<readonly ReportedExchange[]> {
  const over = async () => {
    const { exchanges } = await exportReport(context, tabId);
    return exchanges.filter(({ outcome }) => outcome !== 'pending').length;
  };
  await expect.poll(over, { interval: 50 }).toBeGreaterThanOrEqual(count);
  return (await exportReport(context, tabId)).exchanges;
}

/** The report holds exactly the requests that were sent, each as Chrome judged it. */
export async function expectAgreement(
  context: ExtensionContext,
  tabId: number,
  sent: readonly Sent[],
  truths: Truths,
  arrived: readonly ArrivedRequest[],
): Promise<readonly ReportedExchange[]> {
  await allTold(truths, sent);
  const exchanges = await settled(context, tabId, sent.length);
  const included = new Map(sent.map((one) => [redactUrl(one.lastUrl ?? one.url), one.included]));
  const reported = exchanges.map((exchange) => judgedByReport(exchange, included.get(exchange.url) ?? false));
  // A report has no secrets in its URLs.
  const expected = sent.map((one) => {
    const judged = judgedByChrome(one, truths.of(one.url), arrived);
    return { ...judged, url: redactUrl(judged.url) };
  });
  expect(reported.toSorted(byUrl)).toEqual(expected.toSorted(byUrl));
  return exchanges;
}

function byUrl(one: Judged, other: Judged): number {
  return one.url.localeCompare(other.url);
}
