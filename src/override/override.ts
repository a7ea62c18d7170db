import { currentHop, diagnose, type Exchange, preflightQuestion } from '../cors/index.ts';

/** An override as it is wanted: for requests of one page origin to one target origin, in one tab. */
export interface Override {
  readonly id: string;
  readonly tabId: number;
  /** A loopback origin, serialized. */
  readonly pageOrigin: string;
  /** Scheme, host and port, serialized. */
  readonly targetOrigin: string;
  /** Methods and lower-cased header names that preflights of this pair asked for; they grow as new ones are seen. */
  readonly methods: readonly string[];
  readonly headerNames: readonly string[];
  /** Whether the target was seen to name a wrong origin: then its answer is replaced, and not only where it names none. */
  readonly replacesOrigin: boolean;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly expiresAt: number;
  /** When it ended, and null while it is on. Ended ones stay for a while, to say so and to offer them again. */
  readonly endedAt: number | null;
}

/** How long an override lasts unless it is switched off before, in milliseconds. */
export const OVERRIDE_LIFETIME = 60 * 60 * 1000;

export function isOn(override: Override): boolean {
  return override.endedAt === null;
}

/** The override for this pair in this tab that was in force at `time` (ms since the epoch), or undefined. */
export function overrideAt(
  overrides: readonly Override[],
  pair: OverridePair,
  time: number,
): Override | undefined {
  return overrides.find(
    (override) =>
      isFor(override, pair) &&
      override.since <= time &&
      (override.endedAt === null || time < override.endedAt),
  );
}

/** What an override is for. */
export interface OverridePair {
  readonly tabId: number;
  readonly pageOrigin: string;
  readonly targetOrigin: string;
}

/** A new override for `pair`, on from `now` (ms since the epoch). */
export function newOverride(pair: OverridePair, now: number): Override {
  const { tabId, pageOrigin, targetOrigin } = pair;
  return {
    id: `${tabId} ${pageOrigin} ${targetOrigin} ${now}`,
    tabId,
    pageOrigin,
    targetOrigin,
    methods: [],
    headerNames: [],
    replacesOrigin: false,
    since: now,
    expiresAt: now + OVERRIDE_LIFETIME,
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

export function isFor(override: Override, pair: OverridePair): boolean {
  return (
    override.tabId === pair.tabId &&
    override.pageOrigin === pair.pageOrigin &&
    override.targetOrigin === pair.targetOrigin
  );
}

/** The override with what an exchange of its pair shows added to what it mends, or itself when that is nothing new. */
export function learn(override: Override, exchange: Exchange): Override {
  const { preflight, method } = currentHop(exchange);
  const question =
    preflight === null ? null : preflightQuestion(preflight, { origin: exchange.origin, method });
  const methods = union(override.methods, question === null ? [] : [question.method]);
  const headerNames = union(override.headerNames, question?.headerNames ?? []);
  const replacesOrigin = override.replacesOrigin || namesWrongOrigin(exchange);
  const same =
    methods.length === override.methods.length &&
    headerNames.length === override.headerNames.length &&
    replacesOrigin === override.replacesOrigin;
  return same ? override : { ...override, methods, headerNames, replacesOrigin };
}

/** A wildcard counts as well, unless the request is known to omit credentials: it may be what blocks the next call. */
function namesWrongOrigin(exchange: Exchange): boolean {
  const { outcome, failures } = diagnose(exchange);
  return outcome === 'blocked' && failures.some(({ error }) => WRONG_ORIGIN.test(error));
}

const WRONG_ORIGIN = /MultipleAllowOrigin|InvalidAllowOrigin|AllowOriginMismatch|WildcardOrigin/;

function union(known: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...known, ...more])];
}
