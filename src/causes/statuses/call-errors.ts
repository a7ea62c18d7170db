import { type Sentence, sentence } from '../../texts/index.ts';
import { type Answered, type Meaning, sent, told } from './answered.ts';
import { limitHeaders, retryWait } from './retry-wait.ts';

/** The statuses from 400 on: something about the call, and who checks it. */
export const CALL_ERRORS: Readonly<Record<number, Meaning>> = {
  400: { headline: 'status400', why: 'whyCheck', page: ['pageReadBody', 'pageCompare'], server: [] },
  401: { headline: 'status401', why: 'whyCheck', page: ['pageToken'], server: [] },
  403: { headline: 'status403', why: 'whyCheck', page: ['pageReadBody', 'pageMay'], server: [forbidden] },
  404: { headline: nothingThere, why: 'whyRouter', page: ['pageUrl'], server: ['serverRoute'] },
  405: { headline: wrongMethod, why: 'whyRouter', page: ['pageMethod'], server: [methodFilter] },
  406: { headline: notAcceptable, why: 'whyCheck', page: ['pageAccept'], server: [] },
  408: { headline: 'status408', why: 'whyFront', page: ['pageSmaller'], server: ['serverTimeout'] },
  413: { headline: 'status413', why: 'whyCheck', page: [smaller], server: ['serverSize'] },
  414: { headline: 'status414', why: 'whyFront', page: ['pageQuery'], server: ['serverHeaderSize'] },
  415: { headline: wrongType, why: 'whyCheck', page: ['pageType'], server: [] },
  422: { headline: 'status422', why: 'whyCheck', page: ['pageReadBody', 'pageCompare'], server: [] },
  429: { headline: tooMany, why: 'whyCheck', page: [waitFirst], server: ['serverLimit', expose] },
  431: { headline: 'status431', why: 'whyFront', page: ['pageCookies'], server: ['serverHeaderSize'] },
  451: { headline: 'status451', why: 'whyCheck', page: ['pageReadBody'], server: [] },
};

/** Any other of them. */
export const CALL_ERROR: Meaning = {
  headline: 'status4xx',
  why: 'whyCheck',
  page: ['pageReadBody'],
  server: [],
};

function nothingThere({ context: { server, url }, status }: Answered): Sentence {
  return sentence('status404', server, URL.parse(url)?.pathname ?? url, status);
}

function wrongMethod(of: Answered): Sentence {
  const { context, method, status } = of;
  const allow = told(of, 'Allow');
  return allow === null || allow === ''
    ? sentence('status405', context.server, method, status)
    : sentence('status405Allow', context.server, method, status, allow);
}

/** Who took the call away from the code that had allowed its method in the preflight. */
function methodFilter(of: Answered): Sentence | null {
  const { context, hop, method } = of;
  if (hop.preflight === null) return sentence('serverMethod', context.host, method);
  return /^microsoft-iis\b/i.test(told(of, 'Server') ?? '')
    ? sentence('serverWebDav', method, 'WebDAVModule', 'WebDAV', 'web.config')
    : sentence('serverMethodFilter', method, context.host);
}

function forbidden({ hop, context }: Answered): Sentence | null {
  return hop.preflight === null ? sentence('serverGuard', context.host, context.exchange.origin) : null;
}

function notAcceptable(of: Answered): Sentence {
  const accept = sent(of, 'Accept');
  return accept === null || accept === '*/*'
    ? sentence('status406', of.context.server, of.status)
    : sentence('status406Accept', of.context.server, accept, of.status);
}

function wrongType(of: Answered): Sentence {
  const type = sent(of, 'Content-Type');
  return type === null
    ? sentence('status415', of.context.server, of.status)
    : sentence('status415Type', of.context.server, type, of.status);
}

function smaller(of: Answered): Sentence {
  const bytes = Number(sent(of, 'Content-Length') ?? 'none');
  if (!(bytes > 0)) return sentence('pageSmaller', of.context.host);
  const megabytes = bytes / 1_000_000;
  const size = megabytes < 1 ? `${Math.ceil(bytes / 1000)} kB` : `${megabytes.toFixed(1)} MB`;
  return sentence('pageSmallerThan', size);
}

function tooMany(of: Answered): Sentence {
  const wait = retryWait(of);
  return wait === null
    ? sentence('status429', of.context.server, of.status)
    : sentence('status429Wait', of.context.server, of.status, wait);
}

function waitFirst(of: Answered): Sentence {
  const wait = retryWait(of);
  return wait === null ? sentence('pageFewer', of.context.host) : sentence('pageWait', wait);
}

function expose(of: Answered): Sentence | null {
  const names = limitHeaders(of);
  return names.length === 0
    ? null
    : sentence('serverExpose', of.context.host, names, 'Access-Control-Expose-Headers');
}
