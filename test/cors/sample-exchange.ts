import type { Exchange, Hop, Outcome, Preflight } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';

export const PAGE = 'http://localhost:5174';
export const API = 'http://127.0.0.1:11434';

export const COMPLETED: Outcome = { type: 'completed' };
/** How a failed CORS check ends. */
export const FAILED: Outcome = { type: 'error', error: 'net::ERR_FAILED' };

/** A preflight from PAGE that asks for `method` and `headerNames`, answered with `status` and `headerList`. */
export function samplePreflight(
  asked: { method?: string; headerNames?: string },
  answer: { status?: number; headerList?: HeaderList },
): Preflight {
  const headers: [string, string][] = [
    ['Origin', PAGE],
    ['Access-Control-Request-Method', asked.method ?? 'POST'],
  ];
  if (asked.headerNames !== undefined) headers.push(['Access-Control-Request-Headers', asked.headerNames]);
  return {
    requestHeaders: headers,
    response: { status: answer.status ?? 204, headerList: answer.headerList ?? [] },
    error: null,
  };
}

/** A cross-origin exchange of PAGE with one hop. */
export function sampleExchange(hop: Partial<Hop>, rest: Partial<Exchange> = {}): Exchange {
  const first: Hop = {
    url: `${API}/v1/chat/completions`,
    method: 'POST',
    preflight: null,
    requestHeaders: null,
    response: null,
    ...hop,
  };
  return {
    id: '1',
    owner: { type: 'tab', tabId: 7 },
    origin: PAGE,
    resourceType: 'xmlhttprequest',
    startedAt: 1_000,
    endedAt: 1_010,
    hops: [first],
    outcome: FAILED,
    overridden: false,
    location: null,
    ...rest,
  };
}
