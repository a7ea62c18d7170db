import { badStatus, type Evidence, failureIn, hasCorsHeaders, variesByOrigin } from './evidence.ts';
import { routerStatus, statusMatch } from './foreign-status.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';
import type { Seen } from './seen-answers.ts';
import { isBare } from './untold-refusal.ts';

/** Nothing on the server answers for CORS, or nothing at this URL. */
export interface NotConfigured extends RuleMatch {
  readonly id: 'not-configured';
  readonly origin: string;
  /** Null if the answer's status is right. */
  readonly status: number | null;
  /** Which other answers of the server allow the origin: then CORS is set up, and just not here. */
  readonly allowed: Seen['allowed'];
}

/** A recognised stack sends the answer that it sends without CORS. */
export function findNotConfiguredStack(evidence: Evidence): NotConfigured | null {
  const { setup, origin, failures, seen } = evidence;
  if (setup === null || setup.cors !== 'not-configured' || hasCorsHeaders(evidence)) return null;
  const failure = failureIn(evidence, 'MissingAllowOriginHeader') ?? failures[0];
  const match = ruleMatch(evidence, failure, setup.by.evidence);
  const status = badStatus(evidence);
  return { ...match, id: 'not-configured', responder: setup.by, origin, status, allowed: seen.allowed };
}

/** An unknown server answers like a router, without any CORS header. */
export function findNotConfiguredRouter(evidence: Evidence): NotConfigured | null {
  const { origin, failures, seen } = evidence;
  const status = routerStatus(evidence);
  if (status === null || hasCorsHeaders(evidence)) return null;
  const failure = failureIn(evidence, 'MissingAllowOriginHeader') ?? failures[0];
  const match = statusMatch(evidence, status, ['Allow']);
  return { ...match, id: 'not-configured', failure, origin, allowed: seen.allowed };
}

/** The answer has no CORS header. */
export function findNotConfigured(evidence: Evidence): NotConfigured | null {
  const failure = failureIn(evidence, 'MissingAllowOriginHeader');
  if (failure === null || variesByOrigin(evidence) || evidence.setup?.cors === 'refused') return null;
  if (isBare(evidence)) return null;
  const { origin, seen } = evidence;
  const match = ruleMatch(evidence, failure);
  return { ...match, id: 'not-configured', origin, status: null, allowed: seen.allowed };
}
