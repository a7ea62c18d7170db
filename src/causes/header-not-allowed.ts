import type { HeaderSource } from '../clients/index.ts';
import { sourcesOf } from './call-sources.ts';
import { disallowedRequestHeaders } from './disallowed-headers.ts';
import type { Evidence } from './evidence.ts';
import type { RuleMatch } from './rule-match.ts';

/** The server's list lacks request headers. */
export interface HeaderNotAllowed extends RuleMatch {
  readonly id: 'header-not-allowed';
  /** Request headers, lower-cased. */
  readonly names: readonly string[];
  readonly sources: readonly HeaderSource[];
}

export function findHeaderNotAllowed(evidence: Evidence): HeaderNotAllowed | null {
  const match = disallowedRequestHeaders(evidence);
  if (match === null) return null;
  return { ...match, id: 'header-not-allowed', sources: sourcesOf(match.names, evidence) };
}
