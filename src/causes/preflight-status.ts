import type { Evidence } from './evidence.ts';
import { foreignStatus, statusMatch } from './foreign-status.ts';
import type { RuleMatch } from './rule-match.ts';

/** The preflight's answer has a wrong status, and nothing tells what sent it. */
export interface PreflightStatus extends RuleMatch {
  readonly id: 'preflight-status';
  readonly status: number;
}

export function findPreflightStatus(evidence: Evidence): PreflightStatus | null {
  const status = foreignStatus(evidence);
  return status === null ? null : { ...statusMatch(evidence, status), id: 'preflight-status' };
}
