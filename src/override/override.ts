import {
  type BrowserProfile,
  type Exchange,
  isLoopbackOrigin,
  isTab,
  type Owner,
  originOf,
} from '../cors/index.ts';
import type { Consent } from './consent.ts';
import { withExpectedHop } from './expected-hop.ts';
import type { HeldBackBy } from './held-back-by.ts';
import { NO_OBSERVATIONS, type TargetObservations } from './target-observations.ts';
import { withExchange } from './with-exchange.ts';

/** An override as it is wanted: for requests of one page origin to one target origin, in one tab. */
export interface Override {
  readonly id: string;
  readonly tabId: number;
  /** A loopback origin, serialized. */
  readonly pageOrigin: string;
  /** Scheme, host and port, serialized. */
  readonly targetOrigin: string;
  /** What the user agreed to. */
  readonly allow: readonly Consent[];
  readonly observations: TargetObservations;
  /** Marks the URLs that are asked with a tainted origin: a word that nobody can guess, the same for all of a page. */
  readonly mark: string;
  /** A document in the tab that rules can't tell from the page's: while there may be one, there are no rules. */
  readonly heldBackBy: HeldBackBy | null;
  /**
   * A document in the tab that isn't the page's: while there may be one, opaque origins are not reached. Only looked for
   * if they are meant.
   */
  readonly opaqueHeldBackBy: HeldBackBy | null;
  /** The origin of a worker, in whatever tab, that rules can't tell from the page's: service workers aren't reached then. */
  readonly workerHeldBackBy: string | null;
  /** What the browser refused, so that the override does nothing, or not all that it should. */
  readonly refused: Refusal | null;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** When last something changed of what it does, in ms since the epoch. */
  readonly changedAt: number;
  readonly expiresAt: number;
  /** When it ended, and null while it is on. Ended ones stay for a while, to say so and to offer them again. */
  readonly endedAt: number | null;
}

/** What a browser may refuse an override: all of its rules, or to have preflights answered. */
export type Refusal = 'rules' | 'debugger';

/** How long an override lasts unless it is switched off before, in milliseconds. */
const OVERRIDE_LIFETIME_MS = 60 * 60 * 1000;

export function isOn(override: Override): boolean {
  return override.endedAt === null;
}

/**
 * Whether its time is up at `now`, in ms since the epoch. Where the clock was set back to before its beginning, nobody
 * knows how long it has lasted.
 */
export function isTimeUp({ since, expiresAt }: Override, now: number): boolean {
  return expiresAt <= now || now < since;
}

/** Whether its rules are meant to be there. */
export function isInForce(override: Override): boolean {
  return isOn(override) && override.heldBackBy === null && override.refused !== 'rules';
}

/**
 * Minutes until the override's time is up, rounded, since `now` (ms since the epoch) may lag behind by some seconds; the
 * last minute counts to its end.
 */
export function minutesLeft({ expiresAt }: Override, now: number): number {
  return Math.max(1, Math.round((expiresAt - now) / 60_000));
}

/** Whether its time was up before anybody switched it off. */
export function hasRunOut({ endedAt, expiresAt }: Override): boolean {
  return endedAt !== null && endedAt >= expiresAt;
}

/** Whether an override was in force at `time`, in ms since the epoch. */
export function wasOn({ since, endedAt }: Override, time: number): boolean {
  return since <= time && (endedAt === null || time < endedAt);
}

/** Whether requests of opaque origins are let through, too, as things are. */
export function reachesOpaque({ allow, opaqueHeldBackBy }: Override): boolean {
  return allow.includes('opaque-origin') && opaqueHeldBackBy === null;
}

/** Whether service workers of the page's origin are let through, too, as things are. */
export function reachesWorkers({ allow, workerHeldBackBy }: Override): boolean {
  return allow.includes('service-worker') && workerHeldBackBy === null;
}

/** Whether an override is for requests of this origin and owner to `url`. */
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

/** What an override is for. */
export interface OverridePair {
  readonly tabId: number;
  readonly pageOrigin: string;
  readonly targetOrigin: string;
}

/**
 * A new override for `pair`, on from `now` (ms since the epoch).
 * @param mark a word that nobody can guess
 */
export function newOverride(
  pair: OverridePair,
  allow: readonly Consent[],
  now: number,
  mark: string = crypto.randomUUID(),
): Override {
  const { tabId, pageOrigin, targetOrigin } = pair;
  return {
    id: `${tabId} ${pageOrigin} ${targetOrigin} ${now}`,
    tabId,
    pageOrigin,
    targetOrigin,
    allow,
    observations: NO_OBSERVATIONS,
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

/** The overrides with those of `pair` that are on ended at `now`. */
export function endOverride(
  overrides: readonly Override[],
  pair: OverridePair,
  now: number,
): readonly Override[] {
  return overrides.map((one) => (isOn(one) && isFor(one, pair) ? { ...one, endedAt: now } : one));
}

/** The overrides with a consent taken back from those that are on and are for calls of this owner. */
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

/** Whether an exchange came to the target of an override that is for it, or is about to. */
export function concerns(override: Override, exchange: Exchange): boolean {
  return withExpectedHop(exchange).hops.some(({ url }) => reaches(override, exchange, url));
}

/**
 * The override with what an exchange that concerns it shows added to what it replacedHeaders; itself when that is nothing new.
 * @param now ms since the epoch
 * @param profile the browser that the exchange was observed in
 */
export function withObservationsOf(
  override: Override,
  exchange: Exchange,
  now: number,
  profile: BrowserProfile,
): Override {
  if (!concerns(override, exchange)) return override;
  const observations = withExchange(override.observations, exchange, override.targetOrigin, now, profile);
  return observations === override.observations ? override : { ...override, observations, changedAt: now };
}

/**
 * Whether requests are sent with the target's own origin. That also switches off a server's check against forged
 * requests, so targets that aren't on this machine take the user's consent.
 */
export function rewritesOrigin({ pageOrigin, targetOrigin, allow, observations }: Override): boolean {
  const allowed = isLoopbackOrigin(targetOrigin) || allow.includes('origin-rewrite');
  return allowed && targetOrigin !== pageOrigin && observations.replacedHeaders.includes('request-origin');
}
