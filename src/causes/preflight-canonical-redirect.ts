import { sentence } from '../texts/index.ts';
import { canonicalHappened } from './canonical-happened.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import type { Evidence } from './evidence.ts';
import { type CanonicalForm, canonicalForms } from './redirect-target.ts';
import { redirectOfPreflight } from './redirects.ts';
import type { RuleMatch } from './rule-match.ts';

/** The preflight is redirected to another spelling of the same URL. */
export interface PreflightCanonicalRedirect extends RuleMatch {
  readonly id: 'preflight-canonical-redirect';
  /** Absolute. */
  readonly location: string;
  readonly forms: readonly CanonicalForm[];
}

export function findPreflightCanonicalRedirect(evidence: Evidence): PreflightCanonicalRedirect | null {
  const match = redirectOfPreflight(evidence);
  const forms = match === null ? null : canonicalForms(evidence.hop.url, match.location);
  return match === null || forms === null ? null : { ...match, id: 'preflight-canonical-redirect', forms };
}

export const preflightCanonicalRedirect: CauseTexts<PreflightCanonicalRedirect> = {
  headline: ({ location }, { server }) => sentence('headlinePreflightCanonical', { host: server, location }),
  happened: ({ forms }) => canonicalHappened(forms),
  advice: ({ location }) => [fix('adviceCanonical', { location })],
};
