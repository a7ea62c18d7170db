import type { Answer, Call, ExhibitServer, HeaderLines, Room } from './exhibit.ts';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const ALLOW_METHODS = 'Access-Control-Allow-Methods';
const ALLOW_HEADERS = 'Access-Control-Allow-Headers';
const JSON_TYPE = ['Content-Type', 'application/json'] as const;
const EXPRESS = ['X-Powered-By', 'Express'] as const;
const NGINX = ['Server', 'nginx/1.22.1'] as const;
const SAME_ORIGIN = [ALLOW_ORIGIN, '{origin}'] as const;
const VARY = ['Vary', 'Origin'] as const;

const GET: Call = { method: 'GET', path: '/orders' };
const POST: Call = { method: 'POST', path: '/orders', headers: { 'Content-Type': 'application/json' } };

function answer(status: number, ...headers: HeaderLines): Answer {
  return { status, headers };
}

/** Allows POST with JSON, and PATCH not. */
const FINE_PREFLIGHT = answer(
  204,
  SAME_ORIGIN,
  VARY,
  [ALLOW_METHODS, 'GET,POST'],
  [ALLOW_HEADERS, 'content-type'],
);

const FINE_ANSWER: Answer = { ...answer(200, JSON_TYPE, SAME_ORIGIN, VARY), body: '{"ok":true}' };

/** One whose preflight goes wrong: the call itself would be fine, once it is let through. */
function atPreflight(preflight: Answer): ExhibitServer {
  return { preflight, response: FINE_ANSWER };
}

/** One that answers everything alike. */
function always(same: Answer): ExhibitServer {
  return { preflight: same, response: same };
}

const NOT_ALLOWED: Room = {
  title: 'The server knows CORS, and doesn’t allow the call',
  exhibits: [
    {
      id: 'header',
      title: 'A request header that isn’t on the list',
      notice: 'Two headers were asked for; only x-request-id has a cross.',
      call: { ...POST, headers: { ...POST.headers, 'X-Request-Id': '42' } },
      server: atPreflight(
        answer(204, EXPRESS, SAME_ORIGIN, VARY, [ALLOW_METHODS, 'GET,POST'], [ALLOW_HEADERS, 'Content-Type']),
      ),
      cause: 'header-not-allowed',
      headline: ["doesn't allow the request header", 'x-request-id'],
    },
    {
      id: 'headers',
      title: 'Two request headers that aren’t on the list',
      notice: 'Chrome’s console names one of them. The headline names both.',
      call: { ...POST, headers: { ...POST.headers, 'X-Request-Id': '42', 'X-Trace-Id': '43' } },
      server: atPreflight(
        answer(204, EXPRESS, SAME_ORIGIN, VARY, [ALLOW_METHODS, 'GET,POST'], [ALLOW_HEADERS, 'Content-Type']),
      ),
      cause: 'header-not-allowed',
      headline: ["doesn't allow the request headers", 'x-request-id', 'x-trace-id'],
    },
    {
      id: 'method',
      title: 'A method that isn’t on the list',
      notice: 'GET and POST would pass; the fix adds PATCH and keeps both.',
      call: { ...POST, method: 'PATCH', path: '/orders/7' },
      server: atPreflight(FINE_PREFLIGHT),
      cause: 'method-not-allowed',
      headline: ["doesn't allow the method", 'PATCH'],
    },
    {
      id: 'origin',
      title: 'Another origin is allowed',
      notice: 'The port differs, and that makes it another origin.',
      call: GET,
      server: always(answer(200, EXPRESS, JSON_TYPE, [ALLOW_ORIGIN, 'http://localhost:3000'], VARY)),
      cause: 'origin-not-allowed',
      headline: ['allows this page on another port', 'http://localhost:3000', 'but not'],
    },
    {
      id: 'silent',
      title: 'The server doesn’t say what it minds',
      notice: 'An empty 204 is all it sends. Its Vary gives away that CORS is set up.',
      call: { ...POST, method: 'DELETE' },
      server: atPreflight(
        answer(204, ['Vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers']),
      ),
      cause: 'not-allowed-silently',
      headline: ["doesn't allow this call", "doesn't say why"],
    },
    {
      id: 'guard',
      title: 'The server keeps out pages of other origins',
      notice: '403 to every method, on purpose. The override can send the server its own origin.',
      before: GET,
      call: POST,
      server: always({ ...answer(403, ['Content-Type', 'text/plain']), body: 'Forbidden' }),
      cause: 'origin-guard',
      headline: ['turns away everything that comes from', '403'],
    },
    {
      id: 'slash',
      title: 'One slash too many',
      notice: 'The origin looks right. The slash at its end makes it match nothing.',
      call: GET,
      server: always(answer(200, EXPRESS, JSON_TYPE, [ALLOW_ORIGIN, '{origin}/'])),
      cause: 'malformed-origin',
      headline: ['a slash at the end'],
    },
    {
      id: 'wildcard',
      title: '* for a call with credentials',
      notice: 'Any origin is allowed, but not with cookies: the fix names the origin.',
      call: { ...GET, path: '/me', credentials: 'include' },
      server: always(answer(200, EXPRESS, JSON_TYPE, [ALLOW_ORIGIN, '*'])),
      cause: 'wildcard-with-credentials',
      headline: ['any origin', 'rules out calls with credentials'],
    },
    {
      id: 'credentials',
      title: 'Credentials that nobody allowed',
      notice: 'The origin is right; one header more is needed.',
      call: { ...GET, path: '/me', credentials: 'include' },
      server: always(answer(200, EXPRESS, JSON_TYPE, SAME_ORIGIN, VARY)),
      cause: 'credentials-not-allowed',
      headline: ["doesn't allow credentials", 'Access-Control-Allow-Credentials'],
    },
    {
      id: 'two-layers',
      title: 'Proxy and app both add the header',
      notice: 'Both values are right, and one is too many. The raw headers show it twice.',
      call: GET,
      server: always(answer(200, NGINX, JSON_TYPE, SAME_ORIGIN, SAME_ORIGIN)),
      cause: 'two-cors-layers',
      headline: ['Two layers of', 'Access-Control-Allow-Origin'],
    },
  ],
};

const IN_THE_WAY: Room = {
  title: 'Something else answers',
  exhibits: [
    {
      id: 'no-cors',
      title: 'CORS was never set up',
      notice: 'The server is recognised as Express, and the fix is for Express.',
      call: GET,
      server: always(answer(200, EXPRESS, JSON_TYPE)),
      cause: 'not-configured',
      headline: ["doesn't allow the origin", 'Access-Control-Allow-Origin'],
    },
    {
      id: 'no-options',
      title: '405: nobody answers OPTIONS',
      notice: 'FastAPI without CORS. The override asks before it lets Chrome answer the preflight itself.',
      call: POST,
      server: atPreflight({
        ...answer(405, ['server', 'uvicorn'], ['allow', 'POST'], ['content-type', 'application/json']),
        body: '{"detail":"Method Not Allowed"}',
      }),
      cause: 'not-configured',
      headline: ['No CORS is set up', 'FastAPI'],
    },
    {
      id: 'router',
      title: '405, although CORS is set up',
      notice: 'The headers are right; the router’s status spoils them.',
      call: POST,
      server: atPreflight(answer(405, ['Allow', 'POST'], SAME_ORIGIN, [ALLOW_HEADERS, 'content-type'])),
      cause: 'preflight-router',
      headline: ['405', 'its router has no', 'OPTIONS'],
    },
    {
      id: 'login',
      title: '401: the login check comes first',
      notice: 'Chrome says a header is missing. The truth is the 401: preflights carry no token.',
      call: { ...POST, headers: { ...POST.headers, Authorization: 'Bearer not-a-secret' } },
      server: atPreflight(answer(401, ['WWW-Authenticate', 'Bearer'], JSON_TYPE)),
      cause: 'preflight-login',
      headline: ['401', 'a login check stands before CORS'],
    },
    {
      id: 'login-page',
      title: '302: a gateway sends everybody to its login',
      notice: 'Logging in wouldn’t help: preflights never carry cookies.',
      call: POST,
      server: always(answer(302, ['Location', '{elsewhere}/login?next=/orders'])),
      cause: 'preflight-login-redirect',
      headline: ['sends the preflight to a login page'],
    },
    {
      id: 'moved',
      title: '301: to its own spelling of the URL',
      notice: 'One slash in the page’s code mends it; the server needn’t change.',
      call: POST,
      server: atPreflight(answer(301, ['Location', '/orders/'])),
      cause: 'preflight-canonical-redirect',
      headline: ['its own spelling of the URL', '/orders/'],
    },
    {
      id: 'crash',
      title: '500: the server falls over OPTIONS',
      notice: 'No header comes first here: the server’s log does.',
      call: POST,
      server: atPreflight(answer(500, EXPRESS, ['Content-Type', 'text/html; charset=utf-8'])),
      cause: 'preflight-crash',
      headline: ['500', 'failed in the server before it got to CORS'],
    },
    {
      id: 'gateway',
      title: '502: the app behind the proxy is down',
      notice: 'It looks like CORS, since an error page has no CORS headers.',
      call: POST,
      server: always(answer(502, NGINX, ['Content-Type', 'text/html'])),
      cause: 'preflight-gateway',
      headline: ['502', 'no usable answer from the app behind it'],
    },
  ],
};

const AFTER_PREFLIGHT: Room = {
  title: 'The preflight passes, the call doesn’t',
  exhibits: [
    {
      id: 'only-preflight',
      title: 'Headers on the preflight alone',
      notice: 'The server got the POST and acted on it. Only the page may not read the answer.',
      call: POST,
      server: { preflight: FINE_PREFLIGHT, response: answer(200, JSON_TYPE) },
      cause: 'response-without-cors',
      headline: ['allows the preflight', 'its answer to the call itself', '200'],
    },
    {
      id: 'error-page',
      title: 'An error page without headers',
      notice: 'The 500 is the problem; that CORS hides it is the symptom.',
      call: POST,
      server: { preflight: FINE_PREFLIGHT, response: answer(500, ['Content-Type', 'text/html']) },
      cause: 'error-without-cors',
      headline: ['500', 'an error of its own', 'CORS hides that from the page'],
    },
    {
      id: 'cached',
      title: 'An answer that was cached for somebody else',
      notice: 'Age says that it is a stored copy; without Vary: Origin all get the same one.',
      call: { ...GET, path: '/fonts.json' },
      server: always(
        answer(200, JSON_TYPE, [ALLOW_ORIGIN, 'http://localhost:3000'], ['Age', '120'], ['X-Cache', 'HIT']),
      ),
      cause: 'cached-answer',
      headline: ['a cached answer', 'the same for every origin'],
    },
    {
      id: 'own-cache',
      title: 'An answer that Chrome kept from an image',
      notice:
        'The server isn’t asked at all. “Disable cache” makes it pass, and crossorigin on the image mends it.',
      before: { method: 'GET', path: '/logo.svg', by: 'image' },
      call: { method: 'GET', path: '/logo.svg', mayBeCached: true },
      server: always({
        ...answer(200, ['Content-Type', 'image/svg+xml'], ['Cache-Control', 'max-age=600']),
        body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      }),
      cause: 'cached-answer',
      headline: ['from its own cache', 'an earlier load without CORS'],
    },
    {
      id: 'redirect',
      title: 'A redirect without CORS headers',
      notice: 'Every stop on the way has to allow the page, not only the last one.',
      call: { ...GET, path: '/latest' },
      server: always(answer(302, ['Location', '{elsewhere}/v2/orders'])),
      cause: 'redirect-not-allowed',
      headline: ['its redirect doesn', 'allow the origin'],
    },
    {
      id: 'origin-lost',
      title: 'A redirect to yet another origin',
      notice: 'After it Chrome sends Origin: null, which no server should allow.',
      call: { ...GET, path: '/latest' },
      server: always(answer(302, SAME_ORIGIN, VARY, ['Location', '{elsewhere}/v2/orders'])),
      cause: 'origin-lost-in-redirect',
      headline: ['leads to another origin', 'null'],
    },
  ],
};

const ON_THE_PAGE: Room = {
  title: 'The page’s own doing',
  exhibits: [
    {
      id: 'response-header',
      title: 'The page sends the server’s header',
      notice: 'The fix is to delete a line of the page, not to allow it on the server.',
      call: { ...POST, headers: { ...POST.headers, [ALLOW_ORIGIN]: '*' } },
      server: atPreflight(FINE_PREFLIGHT),
      cause: 'response-header-on-request',
      headline: ['access-control-allow-origin', 'belongs on the answer'],
    },
    {
      id: 'sandbox',
      title: 'A sandboxed frame makes the call',
      notice: 'Its origin is null, like that of any stranger’s frame.',
      call: { ...GET, from: 'sandboxed frame' },
      server: always(answer(200, EXPRESS, JSON_TYPE, VARY)),
      cause: 'opaque-origin',
      headline: ['carries the origin', 'null'],
    },
  ],
};

const NOT_CORS: Room = {
  title: 'Not CORS at all, though the page can’t tell',
  exhibits: [
    {
      id: 'not-running',
      title: 'The server isn’t running',
      notice: 'Listed as failed, not blocked. No header can help.',
      call: GET,
      server: 'not running',
      cause: 'server-not-running',
      headline: ['the connection was refused'],
    },
    {
      id: 'hangs-up',
      title: 'The server hangs up',
      notice: 'The preflight is fine; then the server goes away without a word.',
      call: POST,
      server: { preflight: FINE_PREFLIGHT, response: 'hangs up' },
      cause: 'hung-up',
      headline: ['hung up without an answer'],
    },
    {
      id: 'opaque',
      title: 'mode: no-cors, as the console suggests',
      notice: 'The call goes through, and the page gets nothing: status 0, no headers, an empty body.',
      call: { ...GET, by: 'no-cors' },
      server: always({ ...answer(200, EXPRESS, JSON_TYPE), body: '[1,2,3]' }),
      page: 'Answer 0',
      cause: 'opaque-answer',
      headline: ['The call went through', '200', 'may read nothing of it'],
    },
    {
      id: 'orb',
      title: 'An image that is a login page',
      notice: 'Opaque Response Blocking: the type is at fault, and no header of CORS is missing.',
      call: { method: 'GET', path: '/logo.png', by: 'image' },
      server: always({ ...answer(200, ['Content-Type', 'text/html']), body: '<!doctype html><p>Sign in' }),
      page: 'The image failed',
      cause: 'opaque-response-blocking',
      headline: ['answered with', 'text/html', 'keeps it from the page'],
    },
    {
      id: 'corp',
      title: 'An image that is for its own pages alone',
      notice:
        'Cross-Origin-Resource-Policy keeps it from all others. Access-Control-Allow-Origin isn’t asked for.',
      call: { method: 'GET', path: '/logo.svg', by: 'image' },
      server: always({
        ...answer(200, ['Content-Type', 'image/svg+xml'], ['Cross-Origin-Resource-Policy', 'same-origin']),
        body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      }),
      page: 'The image failed',
      cause: 'response-policy',
      headline: ['Cross-Origin-Resource-Policy: same-origin', 'may not use the answer'],
    },
    {
      id: 'frame',
      title: 'A frame in a page with an embedder policy',
      notice:
        'The page in the first frame has Cross-Origin-Embedder-Policy. What it shows needs two headers.',
      call: { method: 'GET', path: '/map', by: 'frame of an isolated page' },
      server: always({
        ...answer(200, ['Content-Type', 'text/html']),
        body: "<!doctype html><script>top.postMessage('here', '*')</script>",
      }),
      page: 'No word of the frame',
      cause: 'embedded-without-policy',
      headline: ['Cross-Origin-Embedder-Policy', 'keeps out the frame from'],
    },
    {
      id: 'policy',
      title: 'The page’s own policy names another host',
      notice:
        'Its Content Security Policy lists 127.0.0.1; this call goes to localhost, and nothing is sent.',
      call: { method: 'GET', path: '/orders', by: 'xhr', host: 'localhost' },
      server: always(FINE_ANSWER),
      page: 'The request failed',
      cause: 'content-security-policy',
      headline: ['Content Security Policy', 'connect-src', 'list it'],
    },
    {
      id: 'integrity',
      title: 'A script with integrity and without crossorigin',
      notice: 'The script came, and Chrome may not compare it. One attribute of the element is missing.',
      call: { method: 'GET', path: '/library.js', by: 'script with integrity' },
      server: always({
        ...answer(200, ['Content-Type', 'text/javascript'], [ALLOW_ORIGIN, '*']),
        body: '"use strict";',
      }),
      page: 'The script failed',
      cause: 'integrity-without-cors',
      headline: ['doesn', 'use what', 'integrity', 'crossorigin'],
    },
    {
      id: 'websocket',
      title: 'A WebSocket for another origin',
      notice:
        'WebSockets know no CORS. The app itself says 403, and Chrome tells nobody: the panel says where to look.',
      call: { method: 'GET', path: '/live', by: 'websocket' },
      server: always(answer(403, ['Content-Type', 'text/plain'])),
      page: 'Closed, code 1006',
      cause: 'websocket-handshake',
      headline: ['The WebSocket to', "didn't come about", 'accept', 'allowed_request_origins'],
    },
    {
      id: 'cookie',
      title: 'It passes, and the cookie stays at home',
      notice: 'Untick “Hide passed”. The login set a cookie, and other sites’ calls don’t carry it.',
      before: { method: 'GET', path: '/login', credentials: 'include' },
      call: { method: 'GET', path: '/me', credentials: 'include' },
      server: always(
        answer(
          401,
          EXPRESS,
          JSON_TYPE,
          SAME_ORIGIN,
          VARY,
          ['Access-Control-Allow-Credentials', 'true'],
          ['Set-Cookie', 'session=not-a-secret; Path=/; HttpOnly'],
        ),
      ),
      page: 'Answer 401',
      cause: null,
      headline: ['CORS let this call through', '401', 'stayed at home'],
    },
    {
      id: 'private-network',
      title: 'It passes, with a header that does nothing any more',
      notice:
        'Untick “Hide passed”. Where Chrome keeps a page off this machine, it asks the user and not the server.',
      call: GET,
      server: always(
        answer(200, EXPRESS, JSON_TYPE, SAME_ORIGIN, VARY, ['Access-Control-Allow-Private-Network', 'true']),
      ),
      page: 'Answer 200',
      cause: null,
      headline: ['allows this call', 'does nothing any more'],
    },
    {
      id: 'hidden-header',
      title: 'It passes, and something is missing all the same',
      notice: 'Untick “Hide passed”. The answer has X-Total-Count, but the page reads null.',
      call: { ...GET, reads: 'X-Total-Count' },
      server: always(answer(200, EXPRESS, JSON_TYPE, SAME_ORIGIN, VARY, ['X-Total-Count', '42'])),
      cause: null,
      headline: ['allows this call'],
    },
  ],
};

/** What the demo page shows beside the case of the model server, and what the panel has to say of each. */
export const GALLERY: readonly Room[] = [NOT_ALLOWED, IN_THE_WAY, AFTER_PREFLIGHT, ON_THE_PAGE, NOT_CORS];

export const EXHIBITS = GALLERY.flatMap(({ exhibits }) => exhibits);
