import { originOf, usedRememberedPreflight } from '../cors/index.ts';
import { answered, type Clues, faultIn, linesOf, variesByOrigin } from './evidence.ts';
import { isToLogin, LAYER_HEADERS } from './find-preflight.ts';
import { canonicalForms, isLoginLike } from './redirect-target.ts';
import type { Found } from './rule-match.ts';

/** Where a redirect of the call itself leads, absolute. */
function redirected(clues: Clues) {
  const { answer, stage, failures, hop } = clues;
  if (stage !== 'redirect' || answer === null) return null;
  const sent = answered(clues, 'Location') ?? '';
  const location = URL.parse(sent, hop.url)?.href ?? sent;
  const evidence = [`${answer.status}`, ...linesOf(clues, 'Location')];
  return { failure: failures[0], location, evidence };
}

export function canonicalRedirect(clues: Clues): Found<'canonical-redirect'> | null {
  const found = redirected(clues);
  const forms = found === null ? null : canonicalForms(clues.hop.url, found.location);
  return found === null || forms === null ? null : { ...found, forms };
}

/** The call is sent to a login page, or was, and that page doesn't allow it. */
export function loginRedirect(clues: Clues): Found<'login-redirect'> | null {
  const found = redirected(clues);
  if (found !== null) return isToLogin(clues, found.location) ? found : null;
  const { hop, hopIndex, failures } = clues;
  if (hopIndex === 0 || !isLoginLike(hop.url)) return null;
  const status = clues.exchange.hops[hopIndex - 1]?.response?.status ?? 0;
  return { failure: failures[0], location: hop.url, evidence: [`${status}`, `Location: ${hop.url}`] };
}

export function otherRedirect(clues: Clues): Found<'redirect-not-allowed'> | null {
  const found = redirected(clues);
  return found === null ? null : { ...found, origin: clues.origin };
}

/** Where the redirect is let through, its second hop between foreign origins takes the page's away. */
export function originWillBeLost(clues: Clues): Found<'origin-lost-in-redirect'> | null {
  const { exchange, hop, origin } = clues;
  const found = redirected(clues);
  if (found === null || origin === 'null') return null;
  const here = originOf(hop.url);
  const tainted = here !== exchange.origin && here !== originOf(found.location);
  return tainted ? { failure: found.failure, origin, from: hop.url } : null;
}

/** What a cache in between says of itself. */
const CACHE_HIT: Readonly<Record<string, RegExp>> = {
  Age: /^[1-9]\d*$/,
  'X-Cache': /\bhit\b/i,
  'CF-Cache-Status': /^hit$/i,
};

/**
 * A copy from a cache that is the same for every origin. Only what says itself that it comes from a cache counts.
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function cachedAnswer(clues: Clues): Found<'cached-answer'> | null {
  const failure = faultIn(clues, 'MissingAllowOriginHeader', 'AllowOriginMismatch');
  if (failure === null || clues.stage !== 'response' || variesByOrigin(clues)) return null;
  const hits = Object.entries(CACHE_HIT).filter(([name, hit]) => hit.test(answered(clues, name) ?? ''));
  if (hits.length === 0) return null;
  const evidence = linesOf(clues, ...hits.map(([name]) => name), 'Vary', 'Cache-Control');
  return { failure, allowed: failure.parameter, evidence };
}

export function errorWithoutCors(clues: Clues): Found<'error-without-cors'> | null {
  const { answer, hop } = clues;
  const failure = missing(clues);
  if (failure === null || answer === null || answer.status < 400) return null;
  const preflighted = hop.preflight !== null || usedRememberedPreflight(hop);
  const evidence = [`${answer.status}`, ...linesOf(clues, ...LAYER_HEADERS)];
  return { failure, status: answer.status, preflighted, evidence };
}

/** Chrome sent no preflight, since it remembered one that passed; the answer doesn't go with it. */
export function stalePreflight(clues: Clues): Found<'stale-preflight'> | null {
  const failure = faultIn(clues, 'MissingAllowOriginHeader', 'AllowOriginMismatch');
  if (failure === null || clues.stage !== 'response' || !usedRememberedPreflight(clues.hop)) return null;
  return { failure, origin: clues.origin, evidence: linesOf(clues, 'Access-Control-Allow-Origin') };
}

export function responseWithoutCors(clues: Clues): Found<'response-without-cors'> | null {
  const failure = missing(clues);
  if (failure === null || clues.answer === null || clues.hop.preflight === null) return null;
  const { status } = clues.answer;
  return { failure, status, evidence: [`${status}`] };
}

function missing(clues: Clues) {
  return clues.stage === 'response' ? faultIn(clues, 'MissingAllowOriginHeader') : null;
}
