import { ALLOW_HEADERS, ALLOW_METHODS } from './cors-headers.ts';
import {
  badStatus,
  type Evidence,
  failureIn,
  hasCorsHeaders,
  header,
  headerLines,
  variesByOrigin,
} from './evidence.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/**
 * Statuses of a server that doesn't know the call: a router took OPTIONS for a call, or the code behind the router did.
 */
const ROUTER_STATUSES = [400, 404, 405, 406, 415, 422, 501];
/**
 * Statuses with which a CORS library says that it doesn't allow the call. Without a library they are a router's or a
 * login's.
 */
const LIBRARY_STATUSES = [400, 403, 404, 405];

/**
 * Returns the status of a preflight's answer if something other than CORS chose it. Null if the status is right, or if
 * it is a CORS library's refusal.
 */
export function foreignStatus(evidence: Evidence): number | null {
  const status = badStatus(evidence);
  return status === null || isByLibrary(evidence, status) ? null : status;
}

/** Returns the same if routers answer with that status. */
export function routerStatus(evidence: Evidence): number | null {
  const status = foreignStatus(evidence);
  return status !== null && ROUTER_STATUSES.includes(status) ? status : null;
}

/** Returns a match whose evidence is the status and the headers of these names. */
export function statusMatch(
  evidence: Evidence,
  status: number,
  headerNames: readonly string[] = [],
): RuleMatch & { readonly status: number } {
  const failure = failureIn(evidence, 'InvalidStatus') ?? evidence.failures[0];
  return { ...ruleMatch(evidence, failure, [`${status}`, ...headerLines(evidence, ...headerNames)]), status };
}

/** Returns the status as evidence, if it is wrong. */
export function statusEvidence(evidence: Evidence): readonly string[] {
  const status = badStatus(evidence);
  return status === null ? [] : [`${status}`];
}

function isByLibrary(evidence: Evidence, status: number): boolean {
  if (evidence.setup !== null) return evidence.setup.cors === 'refused';
  if (!hasCorsHeaders(evidence)) return LIBRARY_STATUSES.includes(status) && variesByOrigin(evidence);
  // Starlette sends such an answer: it has the lists, and the call isn't in them.
  return status === 400 && (failureIn(evidence, 'MissingAllowOriginHeader') !== null || isUnlisted(evidence));
}

/** Returns whether the answer has a list that lacks what the page asked for. */
function isUnlisted(evidence: Evidence): boolean {
  const ofHeaders = failureIn(evidence, 'HeaderDisallowedByPreflightResponse');
  const ofMethod = failureIn(evidence, 'MethodDisallowedByPreflightResponse');
  return (
    (ofHeaders !== null && header(evidence, ALLOW_HEADERS) !== null) ||
    (ofMethod !== null && header(evidence, ALLOW_METHODS) !== null)
  );
}
