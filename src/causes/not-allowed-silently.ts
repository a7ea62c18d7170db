import { sentence } from '../texts/index.ts';
import type { CauseTexts } from './cause-texts.ts';
import { compareRequested } from './compare-requested.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { badStatus, type Evidence, type RequestedAccess } from './evidence.ts';
import type { RuleMatch } from './rule-match.ts';
import { untoldRefusal } from './untold-refusal.ts';

/** CORS is set up, and refuses the call by omitting its headers. */
export interface NotAllowedSilently extends RuleMatch {
  readonly id: 'not-allowed-silently';
  readonly requested: RequestedAccess;
}

export function findNotAllowedSilently(evidence: Evidence): NotAllowedSilently | null {
  const match = badStatus(evidence) === null ? untoldRefusal(evidence) : null;
  return match === null ? null : { ...match, id: 'not-allowed-silently' };
}

export const notAllowedSilently: CauseTexts<NotAllowedSilently> = {
  headline: (_, { server }) => sentence('headlineSilent', { host: server }),
  happened: () => sentence('happenedSilent', { header: ALLOW_ORIGIN }),
  advice: ({ requested }, { host }) => [compareRequested(host, requested)],
};
