import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import type { Evidence } from './evidence.ts';
import { isToLogin, redirectOfPreflight } from './redirects.ts';
import type { RuleMatch } from './rule-match.ts';

/** The preflight is redirected to a login page. */
export interface PreflightLoginRedirect extends RuleMatch {
  readonly id: 'preflight-login-redirect';
  /** Absolute. */
  readonly location: string;
}

export function findPreflightLoginRedirect(evidence: Evidence): PreflightLoginRedirect | null {
  const match = redirectOfPreflight(evidence);
  if (match === null || !isToLogin(evidence, match.location)) return null;
  return { ...match, id: 'preflight-login-redirect' };
}

export const preflightLoginRedirect: CauseTexts<PreflightLoginRedirect> = {
  headline: ({ location }, { server }) =>
    sentence('headlinePreflightLoginRedirect', { host: server, location }),
  happened: () => sentence('happenedLoginRedirect'),
  advice: (_, { host }) => [
    fix('fixGateway', { method: 'OPTIONS' }),
    fix('fixStatus', { host, method: 'OPTIONS' }),
  ],
};
