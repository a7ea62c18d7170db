import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import type { Evidence } from './evidence.ts';
import { isLoginLike } from './redirect-target.ts';
import { isToLogin, redirectOfCall } from './redirects.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The call is redirected to a login page. */
export interface LoginRedirect extends RuleMatch {
  readonly id: 'login-redirect';
  /** Absolute. */
  readonly location: string;
}

/** The browser stopped at the redirect, or followed it and the login page doesn't allow the call. */
export function findLoginRedirect(evidence: Evidence): LoginRedirect | null {
  const match = redirectOfCall(evidence);
  if (match !== null) {
    return isToLogin(evidence, match.location) ? { ...match, id: 'login-redirect' } : null;
  }
  const { hop, hopIndex, failures, exchange } = evidence;
  if (hopIndex === 0 || !isLoginLike(hop.url)) return null;
  const status = exchange.hops[hopIndex - 1]?.response?.status ?? 0;
  const lines = [`${status}`, `Location: ${hop.url}`];
  return { ...ruleMatch(evidence, failures[0], lines), id: 'login-redirect', location: hop.url };
}

export const loginRedirect: CauseTexts<LoginRedirect> = {
  headline: ({ location }, { server }) => sentence('headlineLoginRedirect', { host: server, location }),
  happened: () => sentence('happenedLoggedOut'),
  advice: (_, { host }) => [
    fix('adviceLoginRedirect', { host }),
    fix('adviceLoginStatus', { host, status: '401' }),
  ],
};
