import { originOf } from '../cors/index.ts';
import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import type { Evidence } from './evidence.ts';
import { redirectOfPreflight } from './redirects.ts';
import type { RuleMatch } from './rule-match.ts';

/** The preflight is redirected somewhere else. */
export interface PreflightRedirect extends RuleMatch {
  readonly id: 'preflight-redirect';
  /** Absolute. */
  readonly location: string;
}

export function findPreflightRedirect(evidence: Evidence): PreflightRedirect | null {
  const match = redirectOfPreflight(evidence);
  return match === null ? null : { ...match, id: 'preflight-redirect' };
}

export const preflightRedirect: CauseTexts<PreflightRedirect> = {
  headline: ({ location }, { server }) => sentence('headlinePreflightRedirect', { host: server, location }),
  happened: () => sentence('happenedRedirect'),
  advice: ({ location }, { host, url }) => {
    const answer = fix('fixStatus', { host, method: 'OPTIONS' });
    // Most redirects to another origin come from a login gateway.
    return originOf(location) === originOf(url)
      ? [answer]
      : [answer, fix('fixGateway', { method: 'OPTIONS' })];
  },
};
