import { type Sentence, sentence } from '../../texts/index.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import { type Answered, answerHeader, callHeader, type Meaning } from './answered.ts';
import { limitHeaders, retryWait } from './retry-wait.ts';

/** The statuses from 400 on: what is wrong with the call, and which code checks it. */
export const CALL_ERRORS: Readonly<Record<number, Meaning>> = {
  400: { headline: 'status400', why: 'whyCheck', page: ['pageReadBody', 'pageCompare'], server: [] },
  401: { headline: 'status401', why: 'whyCheck', page: [login], server: [] },
  403: { headline: 'status403', why: 'whyCheck', page: ['pageReadBody', 'pageMay'], server: [forbidden] },
  404: { headline: nothingThere, why: 'whyRouter', page: ['pageUrl'], server: ['serverRoute'] },
  405: { headline: wrongMethod, why: 'whyRouter', page: [otherMethod], server: [methodFilter] },
  406: { headline: notAcceptable, why: 'whyCheck', page: ['pageAccept'], server: [] },
  408: { headline: slow, why: 'whyFront', page: [slowOrAgain], server: [slowOrDown] },
  413: { headline: 'status413', why: 'whyCheck', page: [smaller], server: ['serverSize'] },
  414: { headline: 'status414', why: 'whyFront', page: ['pageQuery'], server: ['serverHeaderSize'] },
  415: { headline: wrongType, why: 'whyCheck', page: ['pageType'], server: [] },
  422: { headline: 'status422', why: 'whyCheck', page: ['pageReadBody', 'pageCompare'], server: [] },
  429: { headline: tooMany, why: limiter, page: [waitFirst], server: ['serverLimit'], besides: [expose] },
  431: { headline: longHeaders, why: 'whyFront', page: [shorterHeaders], server: ['serverHeaderSize'] },
  451: { headline: 'status451', why: 'whyCheck', page: ['pageReadBody'], server: [] },
};

/** Any other status from 400 to 499. */
export const CALL_ERROR: Meaning = {
  headline: 'status4xx',
  why: 'whyCheck',
  page: ['pageReadBody'],
  server: [],
};

/** What was sent in vain has to be replaced, what wasn't sent has to be added. */
function login(of: Answered): Sentence {
  const { host } = of.context;
  const header = 'Authorization';
  if (callHeader(of, header) !== null) return sentence('pageTokenRefused', { header, host });
  // https://www.rfc-editor.org/rfc/rfc9110#field.www-authenticate
  const [scheme] = /^[A-Za-z][\w-]*/.exec(answerHeader(of, 'WWW-Authenticate') ?? '') ?? [];
  return scheme === undefined
    ? sentence('pageToken', { host })
    : sentence('pageTokenScheme', { header, host, scheme });
}

function slow({ context, status, ofPreflight }: Answered): Sentence {
  return sentence(ofPreflight ? 'status408Preflight' : 'status408', { host: context.server, status });
}

/** A preflight has nothing in it that could be sent in parts. */
function slowOrAgain({ context: { host }, ofPreflight }: Answered): Sentence {
  return sentence(ofPreflight ? 'pageLater' : 'pageSmaller', { host });
}

function slowOrDown({ context: { host }, ofPreflight }: Answered): Sentence {
  return sentence(ofPreflight ? 'serverDown' : 'serverTimeout', { host });
}

function longHeaders({ context, status, ofPreflight }: Answered): Sentence {
  return sentence(ofPreflight ? 'status431Preflight' : 'status431', { host: context.server, status });
}

function shorterHeaders({ context: { host }, ofPreflight }: Answered): Sentence {
  return ofPreflight
    ? sentence('pageFewerNames', { host, header: 'Access-Control-Request-Headers' })
    : sentence('pageCookies', { host });
}

function nothingThere({ context: { server, url }, status }: Answered): Sentence {
  return sentence('status404', { host: server, path: URL.parse(url)?.pathname ?? url, status });
}

function wrongMethod(of: Answered): Sentence {
  const { context, method, status } = of;
  const allow = answerHeader(of, 'Allow');
  return allow === null || allow === ''
    ? sentence('status405', { host: context.server, method, status })
    : sentence('status405Allow', { host: context.server, method, status, methods: allow });
}

/**
 * After a preflight that allowed the method the page has nothing to change. Null if what took the call away is known, so
 * that nothing comes before how to mend it.
 */
export function otherMethod(of: Answered): Sentence | null {
  const { hop, method, context } = of;
  if (hop.preflight === null) return sentence('pageMethod', { host: context.host });
  return context.own || isByIis(of) ? null : sentence('pageMethodAllowed', { host: context.host, method });
}

function isByIis(of: Answered): boolean {
  return /^microsoft-iis\b/i.test(answerHeader(of, 'Server') ?? '');
}

/** Who took the call away from the code that had allowed its method in the preflight. */
export function methodFilter(of: Answered): Sentence | null {
  const { context, hop, method } = of;
  if (hop.preflight === null) return sentence('serverMethod', { host: context.host, method });
  return isByIis(of)
    ? sentence('serverWebDav', { method, module: 'WebDAVModule', handler: 'WebDAV', file: 'web.config' })
    : sentence('serverMethodFilter', { method, host: context.host });
}

function forbidden({ hop, context }: Answered): Sentence | null {
  return hop.preflight === null
    ? sentence('serverGuard', { host: context.host, origin: context.exchange.origin })
    : null;
}

function notAcceptable(of: Answered): Sentence {
  const accept = callHeader(of, 'Accept');
  return accept === null || accept === '*/*'
    ? sentence('status406', { host: of.context.server, status: of.status })
    : sentence('status406Accept', { host: of.context.server, type: accept, status: of.status });
}

function wrongType(of: Answered): Sentence {
  const type = callHeader(of, 'Content-Type');
  return type === null
    ? sentence('status415', { host: of.context.server, status: of.status })
    : sentence('status415Type', { host: of.context.server, type, status: of.status });
}

function smaller(of: Answered): Sentence {
  const bytes = Number(callHeader(of, 'Content-Length') ?? 'none');
  if (!(bytes > 0)) return sentence('pageSmaller', { host: of.context.host });
  const megabytes = bytes / 1_000_000;
  const size = megabytes < 1 ? `${Math.ceil(bytes / 1000)} kB` : `${megabytes.toFixed(1)} MB`;
  return sentence('pageSmallerThan', { size });
}

function tooMany(of: Answered): Sentence {
  const wait = retryWait(of);
  return wait === null
    ? sentence('status429', { host: of.context.server, status: of.status })
    : sentence('status429Wait', { host: of.context.server, status: of.status, wait });
}

/** The limits that an answer tells are those of who made it. */
function limiter(of: Answered): Sentence {
  const names = limitHeaders(of).filter((name) => name !== 'retry-after');
  return names.length === 0
    ? sentence('whyCheck', { header: ALLOW_ORIGIN })
    : sentence('whyLimiter', { header: ALLOW_ORIGIN, names });
}

function waitFirst(of: Answered): Sentence {
  const wait = retryWait(of);
  return wait === null ? sentence('pageFewer', { host: of.context.host }) : sentence('pageWait', { wait });
}

function expose(of: Answered): Sentence | null {
  const names = limitHeaders(of);
  return names.length === 0
    ? null
    : sentence('serverExpose', { host: of.context.host, names, header: 'Access-Control-Expose-Headers' });
}
