import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import type { Evidence } from './evidence.ts';
import { redirectOfCall } from './redirects.ts';
import type { RuleMatch } from './rule-match.ts';

/** The call is redirected, and the redirect itself fails the CORS check. */
export interface RedirectNotAllowed extends RuleMatch {
  readonly id: 'redirect-not-allowed';
  /** Absolute. */
  readonly location: string;
  readonly origin: string;
}

export function findRedirectNotAllowed(evidence: Evidence): RedirectNotAllowed | null {
  const match = redirectOfCall(evidence);
  return match === null ? null : { ...match, id: 'redirect-not-allowed', origin: evidence.origin };
}

export const redirectNotAllowed: CauseTexts<RedirectNotAllowed> = {
  headline: ({ failure, origin }, { server }) => {
    if (failure.error === 'RedirectContainsCredentials') {
      return sentence('headlineRedirectCredentials', { host: server });
    }
    return failure.error === 'CorsDisabledScheme'
      ? sentence('headlineRedirectScheme', { host: server, scheme: failure.parameter ?? '' })
      : sentence('headlineRedirectCheck', { host: server, origin });
  },
  happened: () => null,
  advice: ({ failure, location }, { host }) => {
    if (failure.error === 'RedirectContainsCredentials') return [fix('fixRedirectCredentials', { host })];
    if (failure.error === 'CorsDisabledScheme') return [fix('fixRedirectScheme', { host })];
    return [fix('adviceRedirect', { location, host })];
  },
};
