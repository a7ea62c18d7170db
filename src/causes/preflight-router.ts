import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { type Evidence, hasCorsHeaders } from './evidence.ts';
import { routerStatus, statusMatch } from './foreign-status.ts';
import type { RuleMatch } from './rule-match.ts';

/** CORS is set up, but a router in front of it has no route for OPTIONS. */
export interface PreflightRouter extends RuleMatch {
  readonly id: 'preflight-router';
  readonly status: number;
}

export function findPreflightRouter(evidence: Evidence): PreflightRouter | null {
  const status = routerStatus(evidence);
  if (status === null || !hasCorsHeaders(evidence)) return null;
  return { ...statusMatch(evidence, status, ['Allow']), id: 'preflight-router' };
}

export const preflightRouter: CauseTexts<PreflightRouter> = {
  headline: ({ status }, { server }) =>
    sentence('headlinePreflightRouter', { host: server, status: `${status}`, method: 'OPTIONS' }),
  happened: () => sentence('happenedRouter'),
  advice: (_, { host }) => [fix('fixStatus', { host, method: 'OPTIONS' })],
};
