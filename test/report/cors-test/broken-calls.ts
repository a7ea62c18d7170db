import type { HeaderList } from '../../../src/cors/header-list.ts';
import { PAGE } from '../../cors/sample-exchange.ts';
import type { RawRequest } from '../../servers/raw-request.ts';
import type { Answer, Answering } from './call-server.ts';

/** What the page's call is. */
export interface PageCall {
  readonly method: string;
  /** The names that its preflight asks for; null if the browser sends none. */
  readonly headerNames: string | null;
  /** What the call itself carries beside `Origin`. */
  readonly headers?: HeaderList;
}

/** A call to a server that is broken, and then mended. */
export interface BrokenCall {
  readonly call: PageCall;
  readonly broken: Answering;
  readonly mended: Answering;
  /** The check that fails as long as the server is broken. */
  readonly red: string;
}

export const PREFLIGHT = 'preflight allows the call';
export const CALL = 'page may read the answer to the call';
export const FOREIGN = 'foreign origin stays out';

/** Allows the page alone, with the further headers. */
function allowing(status: number, ...headers: HeaderList): Answering {
  return ({ headers: asked }) => ({
    status,
    headers: asked.get('origin') === PAGE ? [['Access-Control-Allow-Origin', PAGE], ...headers] : [],
  });
}

function always(status: number, ...headers: HeaderList): Answering {
  return () => ({ status, headers });
}

function byLeg(preflight: Answering, call: Answering): Answering {
  return (request: RawRequest): Answer => (request.isPreflight ? preflight(request) : call(request));
}

const METHODS = ['Access-Control-Allow-Methods', 'GET, POST, PUT'] as const;
const names = (list: string) => ['Access-Control-Allow-Headers', list] as const;
const WITH_CREDENTIALS = ['Access-Control-Allow-Credentials', 'true'] as const;

/** By the name of the test. */
export const BROKEN_CALLS: Readonly<Record<string, BrokenCall>> = {
  noAllowOrigin: {
    call: { method: 'GET', headerNames: null },
    broken: always(200),
    mended: allowing(200),
    red: CALL,
  },
  headerNotAllowed: {
    call: { method: 'POST', headerNames: 'authorization,content-type,x-stainless-timeout' },
    broken: allowing(204, METHODS, names('Authorization, Content-Type')),
    mended: allowing(204, METHODS, names('Authorization,Content-Type ,, X-Stainless-Timeout')),
    red: PREFLIGHT,
  },
  methodNotAllowed: {
    call: { method: 'PUT', headerNames: null },
    broken: allowing(204, ['Access-Control-Allow-Methods', 'GET, POST, put']),
    mended: allowing(204, METHODS),
    red: PREFLIGHT,
  },
  loginBeforeCors: {
    call: { method: 'GET', headerNames: 'authorization' },
    broken: byLeg(allowing(401, names('authorization')), allowing(401)),
    mended: byLeg(allowing(204, names('authorization')), allowing(401)),
    red: PREFLIGHT,
  },
  redirectedPreflight: {
    call: { method: 'GET', headerNames: 'x-a' },
    broken: byLeg(allowing(307, names('x-a'), ['Location', '/redirectedPreflight/login']), allowing(200)),
    mended: allowing(200, names('x-a')),
    red: PREFLIGHT,
  },
  wildcardWithCredentials: {
    call: { method: 'GET', headerNames: null, headers: [['Cookie', 'session=1']] },
    broken: always(200, ['Access-Control-Allow-Origin', '*'], WITH_CREDENTIALS),
    mended: allowing(200, WITH_CREDENTIALS),
    red: CALL,
  },
  wildcardNamesWithCredentials: {
    call: { method: 'GET', headerNames: 'x-a', headers: [['Cookie', 'session=1']] },
    broken: allowing(204, WITH_CREDENTIALS, names('*')),
    mended: allowing(204, WITH_CREDENTIALS, names('x-a')),
    red: PREFLIGHT,
  },
  twoAllowOrigins: {
    call: { method: 'GET', headerNames: null },
    broken: always(200, ['Access-Control-Allow-Origin', PAGE], ['Access-Control-Allow-Origin', PAGE]),
    mended: allowing(200),
    red: CALL,
  },
  errorWithoutCors: {
    call: { method: 'POST', headerNames: 'content-type', headers: [['Content-Type', 'application/json']] },
    broken: byLeg(allowing(204, names('content-type')), always(500)),
    mended: byLeg(allowing(204, names('content-type')), allowing(500)),
    red: CALL,
  },
  everybodyLetIn: {
    call: { method: 'GET', headerNames: 'x-a' },
    broken: ({ headers }) => ({
      status: 204,
      headers: [['Access-Control-Allow-Origin', headers.get('origin') ?? ''], names('x-a')],
    }),
    mended: allowing(204, names('x-a')),
    red: FOREIGN,
  },
  everybodyWelcome: {
    call: { method: 'GET', headerNames: 'x-a' },
    broken: always(204, ['Access-Control-Allow-Origin', '*']),
    mended: always(204, ['Access-Control-Allow-Origin', '*'], names('*')),
    red: PREFLIGHT,
  },
};
