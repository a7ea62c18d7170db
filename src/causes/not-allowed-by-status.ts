import { sentence } from '../texts/index.ts';
import type { CauseTexts } from './cause-texts.ts';
import { compareRequested } from './compare-requested.ts';
import { badStatus, type Evidence, type RequestedAccess } from './evidence.ts';
import type { RuleMatch } from './rule-match.ts';
import { untoldRefusal } from './untold-refusal.ts';

/** CORS is set up, and refuses the call by a status. */
export interface NotAllowedByStatus extends RuleMatch {
  readonly id: 'not-allowed-by-status';
  readonly requested: RequestedAccess;
  readonly status: number;
}

export function findNotAllowedByStatus(evidence: Evidence): NotAllowedByStatus | null {
  const status = badStatus(evidence);
  const match = untoldRefusal(evidence);
  return status === null || match === null ? null : { ...match, id: 'not-allowed-by-status', status };
}

export const notAllowedByStatus: CauseTexts<NotAllowedByStatus> = {
  headline: ({ status }, { server }) => sentence('headlineByStatus', { host: server, status: `${status}` }),
  happened: () => sentence('happenedByStatus'),
  advice: ({ requested }, { host }) => [compareRequested(host, requested)],
};
