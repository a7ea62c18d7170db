import { sentence } from '../texts/index.ts';
import { canonicalHappened } from './canonical-happened.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import type { Evidence } from './evidence.ts';
import { type CanonicalForm, canonicalForms } from './redirect-target.ts';
import { redirectOfCall } from './redirects.ts';
import type { RuleMatch } from './rule-match.ts';

/** The call is redirected to another spelling of the same URL, and the redirect doesn't allow it. */
export interface CanonicalRedirect extends RuleMatch {
  readonly id: 'canonical-redirect';
  /** Absolute. */
  readonly location: string;
  readonly forms: readonly CanonicalForm[];
}

export function findCanonicalRedirect(evidence: Evidence): CanonicalRedirect | null {
  const match = redirectOfCall(evidence);
  const forms = match === null ? null : canonicalForms(evidence.hop.url, match.location);
  return match === null || forms === null ? null : { ...match, id: 'canonical-redirect', forms };
}

export const canonicalRedirect: CauseTexts<CanonicalRedirect> = {
  headline: ({ location }, { server }) => sentence('headlineCanonical', { host: server, location }),
  happened: ({ forms }) => canonicalHappened(forms),
  advice: ({ location }) => [fix('adviceCanonical', { location })],
};
