import { CLIENTS } from '../clients/index.ts';
import { currentHop, type Diagnosis, type Exchange, getHeader, hostOf, hostOfHop } from '../cors/index.ts';
import { STACKS } from '../stacks/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { Cause, CauseOf } from './cause.ts';
import { bareNetError, NETWORK_WORDS } from './headline-network.ts';
import { isFramework, namedHeaders, serverOf } from './headline-subject.ts';
import { isLoginLike, leadsBack } from './redirect-target.ts';

/** Header names that a headline names; the rest is counted. */
const NAMED = 3;

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

/** What is to be said first of an exchange: what's wrong, named exactly, in one sentence. */
export function headline(exchange: Exchange, diagnosis: Diagnosis, cause: Cause | null): Sentence {
  switch (diagnosis.outcome) {
    case 'blocked':
    case 'failed':
      return cause === null
        ? sentence('headlineBlocked', lastHost(exchange))
        : causeHeadline(exchange, cause);
    case 'pending':
      return sentence('headlinePending', lastHost(exchange));
    case 'allowed':
      return ofPassed(exchange, diagnosis);
  }
}

function ofPassed(exchange: Exchange, diagnosis: Diagnosis): Sentence {
  const host = lastHost(exchange);
  const thanks = exchange.overridden && diagnosis.failures.length > 0;
  const { url, response } = currentHop(exchange);
  const status = response?.status ?? 0;
  if (status >= 400) {
    return sentence(thanks ? 'headlineOverriddenStatus' : 'headlinePassedStatus', host, String(status));
  }
  if (isLoginPage(exchange)) {
    return sentence(thanks ? 'headlineOverriddenLogin' : 'headlinePassedLogin', url);
  }
  return sentence(thanks ? 'headlineOverridden' : 'headlinePassed', host);
}

/** A page, where it is to be logged in by its address, or by how the call was led there. */
function isLoginPage(exchange: Exchange): boolean {
  const { url, response } = currentHop(exchange);
  const type = response === null ? null : getHeader(response.headerList, 'Content-Type');
  const before = exchange.hops.at(-2);
  const isLogin = isLoginLike(url) || (before !== undefined && leadsBack(before.url, url));
  return isLogin && /^text\/html\b/i.test(type ?? '');
}

function lastHost(exchange: Exchange): string {
  return hostOfHop(exchange, exchange.hops.length - 1);
}

/** What really went wrong, in one sentence. */
export function causeHeadline(exchange: Exchange, cause: Cause): Sentence {
  const server = serverOf(exchange, cause);
  switch (cause.id) {
    case 'header-not-allowed':
      return ofHeaders(server, cause.names);
    case 'sdk-header':
      return ofSdk(server, cause);
    case 'response-header-on-request':
      return sentence('headlineResponseHeader', cause.names, server);
    case 'method-not-allowed':
      return sentence('headlineMethod', server, cause.method);
    case 'origin-not-allowed':
      return cause.allowed === null
        ? sentence('headlineOriginUnnamed', server, cause.origin)
        : sentence('headlineOrigin', server, cause.allowed, cause.origin);
    case 'not-allowed-silently':
      return sentence('headlineSilent', server);
    case 'not-allowed-by-status':
      return sentence('headlineByStatus', server, `${cause.status}`);
    case 'malformed-origin':
      return ofMalformedOrigin(server, cause);
    case 'two-cors-layers':
      return cause.preflight === null
        ? sentence('headlineTwoLayers', server, cause.header, cause.value)
        : sentence('headlineLayersDisagree', server, cause.header, cause.preflight, cause.value);
    case 'wildcard-with-credentials':
      return sentence('headlineWildcard', server, '*');
    case 'credentials-not-allowed':
      return sentence('headlineCredentials', server, 'Access-Control-Allow-Credentials', 'true');
    case 'malformed-list':
      return sentence('headlineMalformedList', server, cause.header, cause.value);
    case 'not-configured':
      return ofNotConfigured(exchange, cause);
    case 'preflight-login':
      return sentence('headlinePreflightLogin', server, `${cause.status}`);
    case 'preflight-login-redirect':
      return sentence('headlinePreflightLoginRedirect', server, cause.location);
    case 'preflight-router':
      return sentence('headlinePreflightRouter', server, `${cause.status}`, 'OPTIONS');
    case 'preflight-canonical-redirect':
      return sentence('headlinePreflightCanonical', server, cause.location);
    case 'preflight-redirect':
      return sentence('headlinePreflightRedirect', server, cause.location);
    case 'preflight-crash':
      return sentence('headlinePreflightCrash', server, `${cause.status}`);
    case 'preflight-gateway':
      return sentence('headlinePreflightGateway', server, `${cause.status}`);
    case 'preflight-status':
      return sentence('headlinePreflightStatus', server, `${cause.status}`);
    case 'response-without-cors':
      return sentence('headlineResponseWithout', server, `${cause.status}`, ALLOW_ORIGIN);
    case 'error-without-cors':
      return sentence('headlineResponse', server, `${cause.status}`, ALLOW_ORIGIN);
    case 'cached-answer':
      return sentence('headlineCached', server, exchange.origin);
    case 'stale-preflight':
      return sentence('headlineStale', server, cause.origin);
    case 'login-redirect':
      return sentence('headlineLoginRedirect', server, cause.location);
    case 'canonical-redirect':
      return sentence('headlineCanonical', server, cause.location);
    case 'redirect-not-allowed':
      return ofRedirect(server, cause);
    case 'opaque-origin':
      return sentence('headlineOpaque', server, 'null');
    case 'origin-lost-in-redirect':
      return sentence('headlineOriginLost', hostOf(cause.from), 'null', cause.origin);
    case 'local-network-access':
    case 'server-not-running':
    case 'name-not-found':
    case 'certificate-not-trusted':
    case 'hung-up':
    case 'timeout':
    case 'offline':
    case 'aborted':
    case 'response-policy':
    case 'blocked-by-extension':
    case 'unsafe-port':
    case 'mixed-content':
    case 'blocked-by-browser':
    case 'reason-untold':
      return sentence(NETWORK_WORDS[cause.id].headline, server);
    case 'network-error':
      return sentence('networkOther', server, bareNetError(cause.failure.error));
  }
}

function ofHeaders(server: string, all: readonly string[]): Sentence {
  const { names, more } = namedHeaders(all, NAMED);
  if (more !== null) return sentence('headlineHeadersMore', server, names, more);
  return sentence(names.length === 1 ? 'headlineHeader' : 'headlineHeaders', server, names);
}

function ofSdk(server: string, cause: CauseOf<'sdk-header'>): Sentence {
  const sdks = cause.sdks.map((sdk) => CLIENTS[sdk].name);
  const { names, more } = namedHeaders(cause.names, NAMED);
  if (more !== null) return sentence('headlineSdkHeadersMore', server, names, more, sdks);
  return sentence(names.length === 1 ? 'headlineSdkHeader' : 'headlineSdkHeaders', server, names, sdks);
}

function ofMalformedOrigin(server: string, { value, mistake }: CauseOf<'malformed-origin'>): Sentence {
  switch (mistake) {
    case 'empty':
      return sentence('headlineEmptyOrigin', server, ALLOW_ORIGIN);
    case 'list':
      return sentence('headlineOriginList', server, ALLOW_ORIGIN, value);
    case 'wildcard-inside':
      return sentence('headlineOriginWildcard', server, ALLOW_ORIGIN, '*', value);
    case 'no-scheme':
      return sentence('headlineOriginScheme', server, ALLOW_ORIGIN, ['http://', 'https://'], value);
    case 'trailing-slash':
      return sentence('headlineOriginSlash', server, ALLOW_ORIGIN, value);
    case 'path':
      return sentence('headlineOriginPath', server, ALLOW_ORIGIN, value);
    case 'upper-case':
      return sentence('headlineOriginCase', server, ALLOW_ORIGIN, value);
    case 'default-port':
      return sentence('headlineOriginPort', server, ALLOW_ORIGIN, value);
    case 'no-origin':
      return sentence('headlineMalformedOrigin', server, ALLOW_ORIGIN, value);
  }
}

function ofNotConfigured(exchange: Exchange, cause: CauseOf<'not-configured'>): Sentence {
  const host = hostOfHop(exchange, cause.failure.hop);
  const { who, status, origin } = cause;
  if (who !== null && who.cors === 'not-configured') {
    const key = isFramework(who.stack) ? 'headlineNotConfiguredApp' : 'headlineNotConfiguredIn';
    return sentence(key, STACKS[who.stack].name, host);
  }
  return status === null
    ? sentence('headlineNotConfigured', serverOf(exchange, cause), origin, ALLOW_ORIGIN)
    : sentence('headlineNotConfiguredStatus', serverOf(exchange, cause), `${status}`, ALLOW_ORIGIN);
}

function ofRedirect(server: string, { failure, origin }: CauseOf<'redirect-not-allowed'>): Sentence {
  if (failure.error === 'RedirectContainsCredentials') return sentence('headlineRedirectCredentials', server);
  if (failure.error === 'CorsDisabledScheme') {
    return sentence('headlineRedirectScheme', server, failure.parameter ?? '');
  }
  return sentence('headlineRedirectCheck', server, origin);
}
