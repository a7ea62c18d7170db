import { hostOf, originOf } from '../cors/index.ts';
import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { type Evidence, originFailure } from './evidence.ts';
import { redirectOfCall } from './redirects.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** A redirect from one foreign origin to another replaces the page's origin by an opaque one. */
export interface OriginLostInRedirect extends RuleMatch {
  readonly id: 'origin-lost-in-redirect';
  readonly origin: string;
  /** The URL that redirects. */
  readonly from: string;
}

/** The browser followed the redirect, and the answer doesn't allow the opaque origin. */
export function findOriginLostInRedirect(evidence: Evidence): OriginLostInRedirect | null {
  const { exchange, hopIndex } = evidence;
  const failure = originFailure(evidence);
  const before = exchange.hops[hopIndex - 1];
  if (failure === null || before === undefined) return null;
  if (evidence.origin !== 'null' || exchange.origin === 'null') return null;
  const match = ruleMatch(evidence, failure, ['Origin: null']);
  return { ...match, id: 'origin-lost-in-redirect', origin: exchange.origin, from: before.url };
}

/** The browser stopped at the redirect; if it is let through, the next hop loses the origin. */
export function findOriginLostInNextHop(evidence: Evidence): OriginLostInRedirect | null {
  const { exchange, hop, origin } = evidence;
  const redirect = redirectOfCall(evidence);
  if (redirect === null || origin === 'null') return null;
  const here = originOf(hop.url);
  const isTainted = here !== exchange.origin && here !== originOf(redirect.location);
  if (!isTainted) return null;
  return { ...ruleMatch(evidence, redirect.failure), id: 'origin-lost-in-redirect', origin, from: hop.url };
}

export const originLostInRedirect: CauseTexts<OriginLostInRedirect> = {
  headline: ({ from, origin }) =>
    sentence('headlineOriginLost', { host: hostOf(from), sent: 'null', origin }),
  happened: () => sentence('happenedOriginLost', { origin: 'null' }),
  advice: ({ from }) => [fix('adviceOriginLost', { host: hostOf(from), origin: 'null' })],
};
