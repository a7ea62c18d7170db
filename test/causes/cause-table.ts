import type { CauseId } from '../../src/causes/cause.ts';
import type { Exchange, Hop } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { API, COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { OUTSIDE_ROWS } from './outside-rows.ts';

const URL_ASKED = `${API}/v1/chat/completions`;
export const ORIGIN = ['Access-Control-Allow-Origin', PAGE] as const;
const ANY_ORIGIN = ['Access-Control-Allow-Origin', '*'] as const;
export const HEADERS = ['Access-Control-Allow-Headers', 'content-type'] as const;
const METHODS = ['Access-Control-Allow-Methods', 'GET, POST'] as const;

/** A POST whose preflight asks for `headerNames` and is answered so. */
export function preflight(
  status: number,
  headerList: HeaderList = [],
  headerNames = 'content-type,x-a',
): Exchange {
  return sampleExchange({ preflight: samplePreflight({ headerNames }, { status, headerList }) });
}

/** A GET that needs no preflight. */
export function simple(status: number, headerList: HeaderList = [], rest: Partial<Hop> = {}): Exchange {
  return sampleExchange({
    method: 'GET',
    requestHeaders: [['Origin', PAGE]],
    response: { status, headerList },
    ...rest,
  });
}

/** A POST whose preflight passes. */
export function passedPreflight(
  status: number,
  headerList: HeaderList,
  rest: Partial<Exchange> = {},
): Exchange {
  const answer = { headerList: [ORIGIN, HEADERS, ['Access-Control-Allow-Credentials', 'true'] as const] };
  const hop: Partial<Hop> = {
    preflight: samplePreflight({ headerNames: 'content-type' }, answer),
    requestHeaders: [['Origin', PAGE]],
    response: { status, headerList },
  };
  return sampleExchange(hop, rest);
}

export function location(url: string) {
  return ['Location', url] as const;
}

function withOrigin(exchange: Exchange, origin: string): Exchange {
  return { ...exchange, origin, hops: [{ ...exchange.hops[0], requestHeaders: [['Origin', origin]] }] };
}

/** A GET that a foreign server redirects to another one, which allows nobody. */
export function redirectedTo(url: string): Exchange {
  const first = simple(302, [ORIGIN, location(url)]).hops[0];
  const second = simple(200, [], { url, requestHeaders: [['Origin', 'null']] }).hops[0];
  return sampleExchange({}, { hops: [first, second] });
}

/** What ends a call without CORS, and what it is called. */
const NET_ERRORS: readonly (readonly [error: string, id: CauseId])[] = [
  ['net::ERR_CONNECTION_REFUSED', 'server-not-running'],
  ['net::ERR_ADDRESS_UNREACHABLE', 'server-not-running'],
  ['net::ERR_NAME_NOT_RESOLVED', 'name-not-found'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate-not-trusted'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'hung-up'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['net::ERR_ABORTED', 'aborted'],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', 'response-policy'],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameSite', 'response-policy'],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep', 'embedder-policy'],
  ['net::ERR_BLOCKED_BY_RESPONSE.CoepFrameResourceNeedsCoepHeader', 'embedder-policy'],
  ['net::ERR_BLOCKED_BY_ORB', 'opaque-response-blocking'],
  ['net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', 'local-network-access'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-extension'],
  ['net::ERR_UNSAFE_PORT', 'unsafe-port'],
  ['blocked:mixed-content', 'mixed-content'],
  ['blocked:other', 'blocked-by-browser'],
  ['net::ERR_QUIC_PROTOCOL_ERROR', 'network-error'],
];

const included = { requestHeaders: [['Origin', PAGE] as const, ['Cookie', '…'] as const] };

type CauseRow = readonly [because: string, exchange: Exchange, id: CauseId, others?: readonly Exchange[]];

const ROWS: readonly CauseRow[] = [
  // What answers for CORS
  ['a header that the list lacks', preflight(204, [ORIGIN, HEADERS]), 'header-not-allowed'],
  [
    "a header that the list lacks, and that is known to be a library's",
    preflight(204, [ORIGIN, HEADERS], 'content-type,x-stainless-timeout'),
    'sdk-header',
  ],
  [
    "a library's header beside one of the page's own is the page's affair",
    preflight(204, [ORIGIN, HEADERS], 'x-a,x-stainless-timeout'),
    'header-not-allowed',
  ],
  [
    'a CORS header sent on the request comes before what an SDK adds',
    preflight(204, [ORIGIN, HEADERS], 'access-control-allow-origin,traceparent'),
    'response-header-on-request',
  ],
  [
    "a request header of Chrome's own preflights is no response header",
    preflight(204, [ORIGIN, HEADERS], 'access-control-request-private-network'),
    'header-not-allowed',
  ],
  [
    'a method that the list lacks comes before a header',
    sampleExchange({
      method: 'PUT',
      preflight: samplePreflight({ method: 'PUT', headerNames: 'x-a' }, { headerList: [ORIGIN, METHODS] }),
    }),
    'method-not-allowed',
  ],
  [
    'another origin is allowed',
    preflight(204, [['Access-Control-Allow-Origin', 'http://other.test']]),
    'origin-not-allowed',
  ],
  [
    'null is allowed, and the page has an origin',
    simple(200, [['Access-Control-Allow-Origin', 'null']]),
    'origin-not-allowed',
  ],
  ['lists without an origin allow another one', preflight(204, [METHODS, HEADERS]), 'origin-not-allowed'],
  [
    "a 400 with lists and no origin is Starlette's way to say so",
    preflight(400, [METHODS, HEADERS]),
    'origin-not-allowed',
  ],
  [
    'a 400 with lists that lack the header is about the header, not the status',
    preflight(400, [ORIGIN, METHODS, HEADERS]),
    'header-not-allowed',
  ],
  [
    'without a preflight only the origin can be what is not allowed',
    simple(200, [['Vary', 'Accept-Encoding, Origin']]),
    'origin-not-allowed',
  ],
  [
    'Vary tells that something looks at the origin, and nothing else is said',
    preflight(200, [
      ['Vary', 'Origin'],
      ['Vary', 'Access-Control-Request-Method'],
    ]),
    'not-allowed-silently',
  ],
  ['the same with a 403', preflight(403, [['Vary', 'Origin']]), 'not-allowed-by-status'],
  ['a slash at the end', simple(200, [['Access-Control-Allow-Origin', `${PAGE}/`]]), 'malformed-origin'],
  [
    'several origins in one line',
    simple(200, [['Access-Control-Allow-Origin', `${PAGE}, http://b.test`]]),
    'malformed-origin',
  ],
  ['the same header twice', simple(200, [ORIGIN, ORIGIN]), 'two-cors-layers'],
  [
    'a wildcard beside an origin in one line',
    simple(200, [['Access-Control-Allow-Origin', `${PAGE}, *`]]),
    'two-cors-layers',
  ],
  [
    'credentials allowed twice',
    simple(
      200,
      [ORIGIN, ['Access-Control-Allow-Credentials', 'true'], ['Access-Control-Allow-Credentials', 'true']],
      included,
    ),
    'two-cors-layers',
  ],
  [
    'the answer has a wildcard where the preflight named the origin',
    passedPreflight(200, [ANY_ORIGIN]),
    'two-cors-layers',
  ],
  ['a wildcard for a call with cookies', simple(200, [ANY_ORIGIN], included), 'wildcard-with-credentials'],
  ['a named origin for a call with cookies', simple(200, [ORIGIN], included), 'credentials-not-allowed'],
  [
    'a header that is not allowed in any case comes before a wildcard that only credentials rule out',
    preflight(204, [ANY_ORIGIN, HEADERS]),
    'header-not-allowed',
  ],
  [
    'a list that cannot be read',
    preflight(204, [ORIGIN, ['Access-Control-Allow-Headers', 'x-a; x-b']]),
    'malformed-list',
  ],
  // Nothing answers for CORS
  ['a 200 that says nothing', preflight(200), 'not-configured'],
  ['a simple 200 that says nothing', simple(200), 'not-configured'],
  [
    'a 405 of nobody known is no router before CORS: there is no CORS',
    preflight(405, [['Allow', 'GET']]),
    'not-configured',
  ],
  ['a 404 of nobody known', preflight(404), 'not-configured'],
  ['a 501 of nobody known', preflight(501), 'not-configured'],
  // Something else answered the preflight
  ['a 401 without CORS headers', preflight(401), 'preflight-login'],
  ['a 401 with CORS headers', preflight(401, [ORIGIN, HEADERS]), 'preflight-login'],
  ['a 403 that asks who it is', preflight(403, [['WWW-Authenticate', 'Bearer']]), 'preflight-login'],
  ['a 403 where CORS is known to exist', preflight(403, [ORIGIN, METHODS, HEADERS]), 'preflight-login'],
  ['a 403 that says nothing may be a login or CORS', preflight(403), 'preflight-status'],
  [
    'a 403 below a host where a platform checks who calls',
    sampleExchange({
      url: 'https://app-1.us-central1.run.app/',
      preflight: samplePreflight({}, { status: 403 }),
    }),
    'preflight-login',
  ],
  ['a 405 with CORS headers', preflight(405, [ORIGIN, METHODS, HEADERS]), 'preflight-router'],
  ['a 500', preflight(500), 'preflight-crash'],
  ['a 500 with CORS headers', preflight(500, [ORIGIN]), 'preflight-crash'],
  ['a 502', preflight(502, [['Server', 'nobody/1']]), 'preflight-gateway'],
  ['a 502 with CORS headers', preflight(502, [ORIGIN]), 'preflight-gateway'],
  ['a 429', preflight(429), 'preflight-status'],
  [
    'a redirect that adds a slash',
    preflight(308, [location(`${URL_ASKED}/`)]),
    'preflight-canonical-redirect',
  ],
  [
    'a redirect that takes a slash from a path with login in it',
    sampleExchange({
      url: `${API}/login/`,
      preflight: samplePreflight({}, { status: 302, headerList: [location('/login')] }),
    }),
    'preflight-canonical-redirect',
  ],
  [
    'a redirect to https',
    preflight(301, [location(URL_ASKED.replace('http:', 'https:').replace(':11434', ''))]),
    'preflight-canonical-redirect',
  ],
  ['a redirect to /login', preflight(302, [location('/login?next=%2Fv1')]), 'preflight-login-redirect'],
  [
    'a redirect to another host that is told where to lead back to',
    preflight(302, [location(`https://id.test/start?rd=${encodeURIComponent(URL_ASKED)}`)]),
    'preflight-login-redirect',
  ],
  ['a move for good is no login', preflight(301, [location('https://auth.test/v1')]), 'preflight-redirect'],
  ['a redirect to somewhere else', preflight(302, [location('/v2/chat')]), 'preflight-redirect'],
  ['a 302 without Location is a bad status', preflight(302), 'preflight-status'],
  // What other answers tell
  [
    'a bare 403 to preflights and calls alike',
    preflight(403),
    'origin-guard',
    [simple(403, [], { url: `${API}/other` })],
  ],
  ['the same, of the call', simple(403), 'origin-guard', [preflight(403)]],
  [
    'a 403 of a server that has let this origin in',
    preflight(403),
    'preflight-status',
    [simple(403), { ...simple(200, [ORIGIN], { url: `${API}/other` }), outcome: COMPLETED }],
  ],
  ['a 404 that a call without preflight gets, too', preflight(404), 'error-without-cors', [simple(404)]],
  ['a 404 beside a call that works', preflight(404), 'not-configured', [simple(200)]],
  [
    'a retry without preflight of what has just failed',
    simple(200, [], { method: 'PUT' }),
    'response-without-cors',
    [passedPreflight(200, [])],
  ],
  [
    'a stream that connects again',
    simple(200, [['Content-Type', 'text/event-stream']], { method: 'PUT' }),
    'response-without-cors',
  ],
  // The answer to the call itself
  ['only the preflight has the header', passedPreflight(200, []), 'response-without-cors'],
  ['an error page without it', passedPreflight(500, []), 'error-without-cors'],
  ['an error of a call without preflight', simple(500), 'error-without-cors'],
  [
    'a copy from a cache',
    simple(200, [
      ['Age', '3985'],
      ['Cache-Control', 'max-age=315360000'],
      ['Vary', 'Accept-Encoding'],
    ]),
    'cached-answer',
  ],
  [
    'a copy that was stored for another origin',
    simple(200, [
      ['Access-Control-Allow-Origin', 'http://other.test'],
      ['X-Cache', 'Hit from cloudfront'],
    ]),
    'cached-answer',
  ],
  [
    'an answer from Chrome’s own cache, which an image put there',
    {
      ...simple(200, [['Cache-Control', 'max-age=60']]),
      earlierLoad: { resourceType: 'image', startedAt: 0 },
    },
    'cached-answer',
  ],
  [
    'the same where the server tells origins apart',
    {
      ...simple(200, [['Vary', 'Origin']]),
      earlierLoad: { resourceType: 'image', startedAt: 0 },
    },
    'origin-not-allowed',
  ],
  [
    'what may be stored, and does not say that it was, is not called cached',
    simple(200, [
      ['Access-Control-Allow-Origin', 'http://other.test'],
      ['Cache-Control', 'max-age=60'],
      ['Age', '0'],
    ]),
    'origin-not-allowed',
  ],
  [
    'a call that needs a preflight, was sent without, and is not allowed',
    simple(200, [], { method: 'PUT' }),
    'stale-preflight',
  ],
  [
    'a redirect that adds a slash, without CORS headers',
    simple(301, [location(`${URL_ASKED}/`)]),
    'canonical-redirect',
  ],
  ['a redirect to a login page', simple(302, [location('https://login.test/')]), 'login-redirect'],
  [
    'a redirect to somewhere else, without CORS headers',
    simple(302, [location('/v2')]),
    'redirect-not-allowed',
  ],
  [
    'a redirect with a password',
    simple(302, [ORIGIN, location('http://a:b@127.0.0.1:11434/')]),
    'redirect-not-allowed',
  ],
  // The page's origin
  ["a file's call", withOrigin(simple(200), 'null'), 'opaque-origin'],
  [
    "a file's call that is allowed another origin",
    withOrigin(simple(200, [ORIGIN]), 'null'),
    'opaque-origin',
  ],
  ['a login comes before the origin of a file', withOrigin(preflight(401), 'null'), 'preflight-login'],
  [
    'a redirect between two foreign origins takes the origin away, and no header mends that',
    redirectedTo('http://b.test/'),
    'origin-lost-in-redirect',
  ],
  // Not CORS
  [
    'a call that Chrome ends without a word',
    simple(200, [ORIGIN, ['Access-Control-Allow-Credentials', 'true']]),
    'reason-untold',
  ],
  ...NET_ERRORS.map(([error, id]) => {
    const exchange = simple(200);
    return [error, { ...exchange, outcome: { type: 'error', error } }, id] as const;
  }),
];

/** What is to be named, and for whom: a sentence that is true of the exchange; and what was seen beside it. */
export const CAUSE_TABLE = [...ROWS, ...OUTSIDE_ROWS].map(
  ([because, exchange, id, others = []]) => [because, exchange, id, others] as const,
);
