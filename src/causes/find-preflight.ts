import { originOf } from '../cors/index.ts';
import { STACKS } from '../stacks/index.ts';
import {
  answered,
  badStatus,
  type Clues,
  faultIn,
  hasCorsHeaders,
  linesOf,
  variesByOrigin,
} from './evidence.ts';
import { guardedHostOf } from './guarded-hosts.ts';
import { canonicalForms, isLoginLike, leadsBack } from './redirect-target.ts';
import type { Found } from './rule-match.ts';

/** With these a server says that it knows no such call: what took OPTIONS for one was a router, or the code behind. */
const ROUTER_STATUS = [400, 404, 405, 406, 415, 422, 501];
/** With these a CORS library answers that doesn't allow the call; else they are a router's or a login's. */
const LIBRARY_STATUS = [400, 403, 404, 405];
/** With these something answers that asked a server behind it, in vain; from 520 on, Cloudflare's. */
const GATEWAY_STATUS = [502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530];
const LOGIN_STATUS = [401, 407, 511];

/**
 * The status of a preflight's answer that CORS has no part in; null where there is nothing wrong with it, or a CORS
 * library says with it that it doesn't allow the call.
 */
function foreignStatus(clues: Clues): number | null {
  const status = badStatus(clues);
  return status === null || isLibrarys(clues, status) ? null : status;
}

function isLibrarys(clues: Clues, status: number): boolean {
  if (clues.setup !== null) return clues.setup.cors === 'refused';
  if (!hasCorsHeaders(clues)) return LIBRARY_STATUS.includes(status) && variesByOrigin(clues);
  // Starlette's way: the lists are there, and the call isn't in them.
  return status === 400 && (faultIn(clues, 'MissingAllowOriginHeader') !== null || isListedOtherwise(clues));
}

function isListedOtherwise(clues: Clues): boolean {
  const header = faultIn(clues, 'HeaderDisallowedByPreflightResponse');
  const method = faultIn(clues, 'MethodDisallowedByPreflightResponse');
  return (
    (header !== null && answered(clues, 'Access-Control-Allow-Headers') !== null) ||
    (method !== null && answered(clues, 'Access-Control-Allow-Methods') !== null)
  );
}

/** A stack's known answer where no CORS is set up. */
export function knownNotConfigured(clues: Clues): Found<'not-configured'> | null {
  const { setup, origin, failures } = clues;
  if (setup === null || setup.cors !== 'not-configured' || hasCorsHeaders(clues)) return null;
  const status = badStatus(clues);
  const failure = faultIn(clues, 'MissingAllowOriginHeader') ?? failures[0];
  return { failure, who: setup.by, origin, status, evidence: setup.by.evidence };
}

/** Nobody known answered as routers do, and nothing in the answer speaks of CORS. */
export function notConfiguredByStatus(clues: Clues): Found<'not-configured'> | null {
  const { origin, failures } = clues;
  const status = foreignStatus(clues);
  if (status === null || !ROUTER_STATUS.includes(status) || hasCorsHeaders(clues)) return null;
  const failure = faultIn(clues, 'MissingAllowOriginHeader') ?? failures[0];
  return { failure, origin, status, evidence: [`${status}`, ...linesOf(clues, 'Allow')] };
}

/** CORS is known to exist, so it was something before it that knew no OPTIONS here. */
export function router(clues: Clues): Found<'preflight-router'> | null {
  const status = foreignStatus(clues);
  if (status === null || !ROUTER_STATUS.includes(status) || !hasCorsHeaders(clues)) return null;
  return { ...byStatus(clues, status), evidence: [`${status}`, ...linesOf(clues, 'Allow')] };
}

/** 401 is nobody's answer but a login's; 403 is many's, and counts only where it is known to come from one. */
export function login(clues: Clues): Found<'preflight-login'> | null {
  const status = foreignStatus(clues);
  if (status === null) return null;
  const asks = linesOf(clues, 'WWW-Authenticate', 'Proxy-Authenticate');
  const host = guardedHostOf(clues.hop.url);
  const known = LOGIN_STATUS.includes(status) || asks.length > 0;
  const forbidden = status === 403 && (hasCorsHeaders(clues) || host !== null || isSomethingElse(clues));
  if (!known && !forbidden) return null;
  return {
    ...byStatus(clues, status),
    evidence: [`${status}`, ...asks, ...(host === null ? [] : [`*.${host}`])],
  };
}

/** Whether what answered is known, and is no app. */
function isSomethingElse({ who }: Clues): boolean {
  return who !== null && ['gateway', 'platform'].includes(STACKS[who.stack].layer);
}

export function gateway(clues: Clues): Found<'preflight-gateway'> | null {
  const status = foreignStatus(clues);
  if (status === null) return null;
  const byApp = clues.who?.certainty === 'sure' && STACKS[clues.who.stack].layer === 'application';
  const isGateways = GATEWAY_STATUS.includes(status) && !byApp;
  if (!isGateways && !(status < 500 && isSomethingElse(clues))) return null;
  return { ...byStatus(clues, status), evidence: [`${status}`, ...linesOf(clues, ...LAYER_HEADERS)] };
}

/** Headers with which those between app and browser name themselves. */
export const LAYER_HEADERS = ['Via', 'Server', 'X-Cache', 'X-Served-By', 'X-Varnish', 'CF-Ray'];

export function crash(clues: Clues): Found<'preflight-crash'> | null {
  const status = foreignStatus(clues);
  return status !== null && status >= 500 && status !== 501 ? byStatus(clues, status) : null;
}

export function otherStatus(clues: Clues): Found<'preflight-status'> | null {
  const status = foreignStatus(clues);
  return status === null ? null : byStatus(clues, status);
}

function byStatus(clues: Clues, status: number) {
  const failure = faultIn(clues, 'InvalidStatus') ?? clues.failures[0];
  return { failure, status, evidence: [`${status}`] };
}

/** What a preflight is redirected to, absolute. */
function redirected(clues: Clues) {
  const failure = faultIn(clues, 'DisallowedRedirect');
  if (failure === null || clues.answer === null) return null;
  const location = URL.parse(failure.parameter ?? '', clues.hop.url)?.href ?? failure.parameter ?? '';
  const evidence = [`${clues.answer.status}`, ...linesOf(clues, 'Location')];
  return { failure, location, evidence };
}

export function canonicalRedirect(clues: Clues): Found<'preflight-canonical-redirect'> | null {
  const found = redirected(clues);
  const forms = found === null ? null : canonicalForms(clues.hop.url, found.location);
  return found === null || forms === null ? null : { ...found, forms };
}

export function loginRedirect(clues: Clues): Found<'preflight-login-redirect'> | null {
  const found = redirected(clues);
  return found !== null && isToLogin(clues, found.location) ? found : null;
}

export function otherRedirect(clues: Clues): Found<'preflight-redirect'> | null {
  return redirected(clues);
}

/** Whether a redirect of this answer to `location` is a login's. */
export function isToLogin({ hop, who, answer }: Clues, location: string): boolean {
  const byGateway = who !== null && STACKS[who.stack].layer === 'gateway';
  const elsewhere = originOf(location) !== originOf(hop.url);
  // A permanent redirect is a move, whatever the new place is called.
  const forNow = answer !== null && [302, 303, 307].includes(answer.status);
  return (byGateway && elsewhere) || (forNow && (isLoginLike(location) || leadsBack(hop.url, location)));
}
