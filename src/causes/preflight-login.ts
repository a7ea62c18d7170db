import { type Evidence, hasCorsHeaders, headerLines } from './evidence.ts';
import { foreignStatus, statusMatch } from './foreign-status.ts';
import { guardedHostOf } from './guarded-hosts.ts';
import { isByGatewayOrPlatform } from './layers.ts';
import type { RuleMatch } from './rule-match.ts';

const LOGIN_STATUSES = [401, 407, 511];

/** A login check answers the preflight, which never carries credentials. */
export interface PreflightLogin extends RuleMatch {
  readonly id: 'preflight-login';
  readonly status: number;
}

/**
 * Only logins send a 401. Many kinds of code send a 403, so it counts only if something is known to check the caller.
 */
export function findPreflightLogin(evidence: Evidence): PreflightLogin | null {
  const status = foreignStatus(evidence);
  if (status === null) return null;
  const challenges = headerLines(evidence, 'WWW-Authenticate', 'Proxy-Authenticate');
  const host = guardedHostOf(evidence.hop.url);
  const isLogin = LOGIN_STATUSES.includes(status) || challenges.length > 0;
  const isForbidden =
    status === 403 && (hasCorsHeaders(evidence) || host !== null || isByGatewayOrPlatform(evidence));
  if (!isLogin && !isForbidden) return null;
  return {
    ...statusMatch(evidence, status),
    id: 'preflight-login',
    evidence: [`${status}`, ...challenges, ...(host === null ? [] : [`*.${host}`])],
  };
}
