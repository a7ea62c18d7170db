import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import type { Evidence } from './evidence.ts';
import { foreignStatus, statusMatch } from './foreign-status.ts';
import type { RuleMatch } from './rule-match.ts';

/** Something answers the preflight with a wrong status, and nothing tells what. */
export interface PreflightStatus extends RuleMatch {
  readonly id: 'preflight-status';
  readonly status: number;
}

export function findPreflightStatus(evidence: Evidence): PreflightStatus | null {
  const status = foreignStatus(evidence);
  return status === null ? null : { ...statusMatch(evidence, status), id: 'preflight-status' };
}

export const preflightStatus: CauseTexts<PreflightStatus> = {
  label: ({ status }) => sentence('labelPreflightStatus', `${status}`),
  headline: ({ status }, { server }) => sentence('headlinePreflightStatus', server, `${status}`),
  happened: ({ status }) => (status === 403 ? sentence('happenedForbidden', '403') : null),
  advice: ({ status }, { host, exchange }) => [
    status === 403 ? fix('adviceForbidden', 'OPTIONS', exchange.origin) : fix('fixStatus', host, 'OPTIONS'),
  ],
};
