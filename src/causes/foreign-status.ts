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

/** A server answers with these that it knows no such call: a router took OPTIONS for one, or the code behind it did. */
const ROUTER_STATUS = [400, 404, 405, 406, 415, 422, 501];
/** A CORS library answers with these that it doesn't allow the call. Else they are a router's or a login's. */
const LIBRARY_STATUS = [400, 403, 404, 405];

/**
 * The status of a preflight's answer if something other than CORS chose it. Null if the status is right, or if a CORS
 * library says with it that it doesn't allow the call.
 */
export function foreignStatus(evidence: Evidence): number | null {
  const status = badStatus(evidence);
  return status === null || isByLibrary(evidence, status) ? null : status;
}

/** The same if it is one that routers answer with. */
export function routerStatus(evidence: Evidence): number | null {
  const status = foreignStatus(evidence);
  return status !== null && ROUTER_STATUS.includes(status) ? status : null;
}

/** A match of the status, which itself is the evidence, beside headers of these names. */
export function statusMatch(
  evidence: Evidence,
  status: number,
  headerNames: readonly string[] = [],
): RuleMatch & { readonly status: number } {
  const failure = failureIn(evidence, 'InvalidStatus') ?? evidence.failures[0];
  return { ...ruleMatch(evidence, failure, [`${status}`, ...headerLines(evidence, ...headerNames)]), status };
}

/** The status as evidence, if it is wrong. */
export function statusEvidence(evidence: Evidence): readonly string[] {
  const status = badStatus(evidence);
  return status === null ? [] : [`${status}`];
}

function isByLibrary(evidence: Evidence, status: number): boolean {
  if (evidence.setup !== null) return evidence.setup.cors === 'refused';
  if (!hasCorsHeaders(evidence)) return LIBRARY_STATUS.includes(status) && variesByOrigin(evidence);
  // Starlette answers so: the lists are there, and the call isn't in them.
  return status === 400 && (failureIn(evidence, 'MissingAllowOriginHeader') !== null || isUnlisted(evidence));
}

/** Whether there is a list that lacks what the page asked for. */
function isUnlisted(evidence: Evidence): boolean {
  const ofHeaders = failureIn(evidence, 'HeaderDisallowedByPreflightResponse');
  const ofMethod = failureIn(evidence, 'MethodDisallowedByPreflightResponse');
  return (
    (ofHeaders !== null && header(evidence, ALLOW_HEADERS) !== null) ||
    (ofMethod !== null && header(evidence, ALLOW_METHODS) !== null)
  );
}
