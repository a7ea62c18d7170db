import { badStatus, type Evidence, failureIn, hasCorsHeaders, variesByOrigin } from './evidence.ts';
import { routerStatus, statusMatch } from './foreign-status.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** Nothing on the server answers for CORS. */
export interface NotConfigured extends RuleMatch {
  readonly id: 'not-configured';
  readonly origin: string;
  /** Null if the answer's status is right. */
  readonly status: number | null;
}

/** A recognised stack sends the answer that it sends without CORS. */
export function findNotConfiguredStack(evidence: Evidence): NotConfigured | null {
  const { setup, origin, failures } = evidence;
  if (setup === null || setup.cors !== 'not-configured' || hasCorsHeaders(evidence)) return null;
  const failure = failureIn(evidence, 'MissingAllowOriginHeader') ?? failures[0];
  const match = ruleMatch(evidence, failure, setup.by.evidence);
  return { ...match, id: 'not-configured', responder: setup.by, origin, status: badStatus(evidence) };
}

/** An unknown server answers like a router, without any CORS header. */
export function findNotConfiguredRouter(evidence: Evidence): NotConfigured | null {
  const { origin, failures } = evidence;
  const status = routerStatus(evidence);
  if (status === null || hasCorsHeaders(evidence)) return null;
  const failure = failureIn(evidence, 'MissingAllowOriginHeader') ?? failures[0];
  return { ...statusMatch(evidence, status, ['Allow']), id: 'not-configured', failure, origin };
}

/** The answer has no CORS header. */
export function findNotConfigured(evidence: Evidence): NotConfigured | null {
  const failure = failureIn(evidence, 'MissingAllowOriginHeader');
  if (failure === null || variesByOrigin(evidence) || evidence.setup?.cors === 'refused') return null;
  return { ...ruleMatch(evidence, failure), id: 'not-configured', origin: evidence.origin, status: null };
}
