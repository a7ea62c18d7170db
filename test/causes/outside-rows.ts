import type { CauseId } from '../../src/causes/cause.ts';
import type { Exchange, Hop, Outcome } from '../../src/cors/exchange.ts';
import type { OutsideCors } from '../../src/cors/outside-cors.ts';
import { COMPLETED, FAILED, PAGE, sampleExchange } from '../cors/sample-exchange.ts';

type OutsideRow = readonly [because: string, exchange: Exchange, id: CauseId, others?: readonly Exchange[]];

/** A request that CORS decides nothing about. */
function outside(kind: OutsideCors, hop: Partial<Hop>, outcome: Outcome = COMPLETED): Exchange {
  return sampleExchange({ method: 'GET', ...hop }, { outcome, outside: kind });
}

const KEPT_OUT: Outcome = { type: 'error', error: 'net::ERR_BLOCKED_BY_RESPONSE' };
const KEPT_OUT_ANSWER: Partial<Hop> = { response: { status: 200, headerList: [] } };
const SOCKET = 'wss://api.example.test/live';

/** Requests that CORS decides nothing about, and what is said of them. */
export const OUTSIDE_ROWS: readonly OutsideRow[] = [
  [
    'a no-cors call',
    outside({ type: 'no-cors' }, { response: { status: 200, headerList: [] } }),
    'opaque-answer',
  ],
  [
    'a no-cors call that CORS would have let through',
    outside(
      { type: 'no-cors' },
      { response: { status: 200, headerList: [['Access-Control-Allow-Origin', '*']] } },
    ),
    'opaque-answer',
  ],
  [
    'a no-cors call to nobody',
    outside({ type: 'no-cors' }, {}, { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' }),
    'server-not-running',
  ],
  [
    'an image that is an error page',
    outside(
      { type: 'no-cors' },
      { response: { status: 404, headerList: [] } },
      { type: 'error', error: 'net::ERR_BLOCKED_BY_ORB' },
    ),
    'opaque-response-blocking',
  ],
  [
    'an image that is JSON',
    outside(
      { type: 'no-cors' },
      { response: { status: 200, headerList: [['Content-Type', 'application/json']] } },
      { type: 'error', error: 'net::ERR_BLOCKED_BY_ORB' },
    ),
    'opaque-response-blocking',
  ],
  [
    'an image that says whose it is',
    outside(
      { type: 'no-cors' },
      { response: { status: 200, headerList: [['Cross-Origin-Resource-Policy', 'same-site']] } },
      { type: 'error', error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameSite' },
    ),
    'response-policy',
  ],
  ['a service worker', outside({ type: 'service-worker', from: null }, {}, FAILED), 'service-worker-answer'],
  [
    "a service worker's cache",
    outside({ type: 'service-worker', from: 'cache-storage' }, {}, FAILED),
    'service-worker-answer',
  ],
  ...[400, 401, 403, 404].map(
    (status): OutsideRow => [
      `a handshake answered ${status}`,
      outside(
        { type: 'websocket', received: 0 },
        { url: SOCKET, response: { status, headerList: [] } },
        COMPLETED,
      ),
      'websocket-handshake',
    ],
  ),
  [
    'a WebSocket that was closed at once',
    outside({ type: 'websocket', received: 0 }, { url: SOCKET, response: { status: 101, headerList: [] } }),
    'websocket-closed',
  ],
  [
    'a handshake of which nothing is told',
    outside({ type: 'websocket', received: 0 }, { url: SOCKET }),
    'websocket-handshake',
  ],
  [
    'a WebSocket to nobody',
    outside(
      { type: 'websocket', received: 0 },
      { url: SOCKET },
      { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' },
    ),
    'server-not-running',
  ],
  ...['file:///a.js'].map(
    (url): OutsideRow => [url, outside({ type: 'local-url' }, { url }, FAILED), 'local-url'],
  ),
  ...['script', 'stylesheet'].map(
    (resourceType): OutsideRow => [
      `a ${resourceType} of a page from a file`,
      {
        ...outside({ type: 'local-url' }, { url: 'file:///a' }, FAILED),
        resourceType,
        origin: 'null',
      },
      'local-url',
    ],
  ),
  [
    'a frame of another origin',
    { ...outside({ type: 'embedded' }, KEPT_OUT_ANSWER, KEPT_OUT), resourceType: 'document' },
    'embedded-without-policy',
  ],
  [
    'a worker of the page’s own origin',
    outside({ type: 'embedded' }, { url: `${PAGE}/worker.js`, ...KEPT_OUT_ANSWER }, KEPT_OUT),
    'embedded-without-policy',
  ],
  ...[
    { directive: 'connect-src', sources: "'self'", wanted: 'connect-src', via: 'header' } as const,
    { directive: 'default-src', sources: "'none'", wanted: 'img-src', via: 'meta' } as const,
    null,
  ].map(
    (violated): OutsideRow => [
      `a policy of the page that says ${violated?.directive ?? 'what nobody saw'}`,
      outside({ type: 'content-security-policy', violated }, {}, { type: 'error', error: 'blocked:other' }),
      'content-security-policy',
    ],
  ),
  [
    'a script that came without CORS, and whose integrity is to be checked',
    outside({ type: 'integrity' }, { response: { status: 200, headerList: [] } }),
    'integrity-without-cors',
  ],
  [
    'the same from a server that allows everybody',
    outside(
      { type: 'integrity' },
      { response: { status: 200, headerList: [['Access-Control-Allow-Origin', '*']] } },
    ),
    'integrity-without-cors',
  ],
];
