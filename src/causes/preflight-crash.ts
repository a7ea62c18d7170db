import type { Evidence } from './evidence.ts';
import { foreignStatus, statusMatch } from './foreign-status.ts';
import type { RuleMatch } from './rule-match.ts';

/** The server crashes while it answers the preflight. */
export interface PreflightCrash extends RuleMatch {
  readonly id: 'preflight-crash';
  readonly status: number;
}

export function findPreflightCrash(evidence: Evidence): PreflightCrash | null {
  const status = foreignStatus(evidence);
  if (status === null || status < 500 || status === 501) return null;
  return { ...statusMatch(evidence, status), id: 'preflight-crash' };
}
