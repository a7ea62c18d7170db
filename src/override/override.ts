import {
  type BrowserProfile,
  type Exchange,
  isLoopbackOrigin,
  isTab,
  type Owner,
  originOf,
  showsOverride,
} from '../cors/index.ts';
import type { Consent } from './consent.ts';
import { withExpectedHop } from './expected-hop.ts';
import type { HeldBackBy } from './held-back-by.ts';
import { NO_OBSERVATIONS, type TargetObservations } from './target-observations.ts';
import { withExchange } from './with-exchange.ts';

/** An override that the user wants: for requests of one page origin to one target origin, in one tab. */
export interface Override {
  readonly id: string;
  readonly tabId: number;
  /** A loopback origin, serialized. */
  readonly pageOrigin: string;
  /** Scheme, host and port, serialized. */
  readonly targetOrigin: string;
  /** What the user has agreed to. */
  readonly allow: readonly Consent[];
  readonly observations: TargetObservations;
  /**
   * Whether the browser's rules may depend on an answer's headers. If they may, they are for all calls of the target, and
   * leave right answers alone. If they may not, they are for each call that was seen to be blocked.
   */
  readonly rulesSeeAnswers: boolean;
  /**
   * A random URL fragment that rules add to redirects, to recognise the tainted requests that follow. All overrides of a
   * page share it.
   */
  readonly mark: string;
  /** A document in the tab that rules can't tell from the page's. The override has no rules unless this is null. */
  readonly heldBackBy: HeldBackBy | null;
  /** A document in the tab that isn't the page's. The override allows no opaque origin unless this is null. */
  readonly opaqueHeldBackBy: HeldBackBy | null;
  /**
   * The origin of a running worker, in any tab, that rules can't tell from the page's. The override is not for service
   * workers unless this is null.
   */
  readonly workerHeldBackBy: string | null;
  /** What the browser refused to do for the override; null if nothing. */
  readonly refused: Refusal | null;
  /** When the override was switched on, in ms since the epoch. */
  readonly since: number;
  /** When the override's effect last changed, in ms since the epoch. */
  readonly changedAt: number;
  readonly expiresAt: number;
  /** When the override ended; null while it is on. Ended ones are kept for a while, so that the panel can offer them again. */
  readonly endedAt: number | null;
}

/** What the browser may refuse: all rules of an override, or to attach the debugger that answers preflights. */
export type Refusal = 'rules' | 'debugger';

/** An override ends after this time by itself. */
const OVERRIDE_LIFETIME_MS = 60 * 60 * 1000;

export function isOn(override: Override): boolean {
  return override.endedAt === null;
}

/**
 * True if the override's time is up at `now`, in ms since the epoch. It also is if the clock was set back to before the
 * override began, because then nobody knows how long it has lasted.
 */
export function isTimeUp({ since, expiresAt }: Override, now: number): boolean {
  return expiresAt <= now || now < since;
}

/** True if the override is on and nothing keeps it from having rules. */
export function isInForce(override: Override): boolean {
  return isOn(override) && override.heldBackBy === null && override.refused !== 'rules';
}

/**
 * Minutes until the override ends, at least 1. They are rounded, because `now` (ms since the epoch) may be some seconds
 * old.
 */
export function minutesLeft({ expiresAt }: Override, now: number): number {
  return Math.max(1, Math.round((expiresAt - now) / 60_000));
}

/** True if the override ended because its time was up. */
export function hasRunOut({ endedAt, expiresAt }: Override): boolean {
  return endedAt !== null && endedAt >= expiresAt;
}

/** True if the override was on at `time`, in ms since the epoch. */
export function wasOn({ since, endedAt }: Override, time: number): boolean {
  return since <= time && (endedAt === null || time < endedAt);
}

/** True if the override is for requests of opaque origins now: the user agreed, and nothing holds that back. */
export function reachesOpaque({ allow, opaqueHeldBackBy }: Override): boolean {
  return allow.includes('opaque-origin') && opaqueHeldBackBy === null;
}

/** True if the override is for service workers of the page's origin now: the user agreed, and nothing holds that back. */
export function reachesWorkers({ allow, workerHeldBackBy }: Override): boolean {
  return allow.includes('service-worker') && workerHeldBackBy === null;
}

/** True if the override is for requests of this origin and owner to `url`. */
export function reaches(
  override: Override,
  request: Pick<Exchange, 'owner' | 'origin'>,
  url: string,
): boolean {
  const { tabId, pageOrigin, targetOrigin } = override;
  if (originOf(url) !== targetOrigin) return false;
  const ofWorker = request.owner.type === 'serviceWorker' && reachesWorkers(override);
  const isOpaque = request.origin === 'null' && reachesOpaque(override);
  return (
    (isTab(request.owner, tabId) && (request.origin === pageOrigin || isOpaque)) ||
    (ofWorker && request.origin === pageOrigin)
  );
}

/** True if the override was on when the exchange began, is for one of its URLs, and may have changed its answers. */
export function mayHaveChanged(override: Override, exchange: Exchange): boolean {
  const { owner, origin, hops, startedAt } = exchange;
  return (
    wasOn(override, startedAt) &&
    hops.some(({ url }) => reaches(override, { owner, origin }, url)) &&
    (override.rulesSeeAnswers || showsOverride(exchange))
  );
}

/** The tab, page and target that an override is for. */
export interface OverridePair {
  readonly tabId: number;
  readonly pageOrigin: string;
  readonly targetOrigin: string;
}

/** What an override begins with, beside whom it is for. */
interface Beginnings {
  /** A URL fragment that nobody can guess. */
  readonly mark?: string;
  readonly rulesSeeAnswers?: boolean;
}

/** Makes an override for `pair` that is on from `now` (ms since the epoch). */
export function newOverride(
  pair: OverridePair,
  allow: readonly Consent[],
  now: number,
  { mark = crypto.randomUUID(), rulesSeeAnswers = true }: Beginnings = {},
): Override {
  const { tabId, pageOrigin, targetOrigin } = pair;
  return {
    id: `${tabId} ${pageOrigin} ${targetOrigin} ${now}`,
    tabId,
    pageOrigin,
    targetOrigin,
    allow,
    observations: NO_OBSERVATIONS,
    rulesSeeAnswers,
    mark,
    heldBackBy: null,
    opaqueHeldBackBy: null,
    workerHeldBackBy: null,
    refused: null,
    since: now,
    changedAt: now,
    expiresAt: now + OVERRIDE_LIFETIME_MS,
    endedAt: null,
  };
}

/** Ends those overrides for `pair` that are on. @param now ms since the epoch */
export function endOverride(
  overrides: readonly Override[],
  pair: OverridePair,
  now: number,
): readonly Override[] {
  return overrides.map((one) => (isOn(one) && isFor(one, pair) ? { ...one, endedAt: now } : one));
}

/** Takes a consent back from all overrides that are on and are for calls of this owner. */
export function withoutConsent(
  overrides: readonly Override[],
  owner: Owner,
  consent: Consent,
): readonly Override[] {
  return overrides.map((one) =>
    isOn(one) && (owner.type === 'tab' ? one.tabId === owner.tabId : one.allow.includes('service-worker'))
      ? { ...one, allow: one.allow.filter((given) => given !== consent) }
      : one,
  );
}

export function isFor(override: Override, pair: OverridePair): boolean {
  return (
    override.tabId === pair.tabId &&
    override.pageOrigin === pair.pageOrigin &&
    override.targetOrigin === pair.targetOrigin
  );
}

/** True if a hop of the exchange, or the hop that is expected next, is one that the override is for. */
export function concerns(override: Override, exchange: Exchange): boolean {
  return withExpectedHop(exchange).hops.some(({ url }) => reaches(override, exchange, url));
}

/**
 * Adds what an exchange shows to the override's observations, if the exchange concerns the override.
 * @param now ms since the epoch
 * @param profile the browser that the exchange was observed in
 * @returns the same object if nothing is new
 */
export function withObservationsOf(
  override: Override,
  exchange: Exchange,
  now: number,
  profile: BrowserProfile,
): Override {
  if (!concerns(override, exchange)) return override;
  const { targetOrigin, rulesSeeAnswers } = override;
  const observations = withExchange(override.observations, exchange, {
    targetOrigin,
    rulesSeeAnswers,
    now,
    profile,
  });
  return observations === override.observations ? override : { ...override, observations, changedAt: now };
}

/**
 * True if the override sets `Origin` to the target's own. That also defeats a server's protection against cross-site
 * request forgery, so the user must agree to it unless the target is on loopback.
 */
export function rewritesOrigin({ pageOrigin, targetOrigin, allow, observations }: Override): boolean {
  const allowed = isLoopbackOrigin(targetOrigin) || allow.includes('origin-rewrite');
  return allowed && targetOrigin !== pageOrigin && observations.replacedHeaders.includes('request-origin');
}
