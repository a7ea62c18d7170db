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
  const id = `${tabId} ${pageOrigin} ${targetOrigin} ${now}`;
  const expiresAt = now + OVERRIDE_LIFETIME;
  return {
    id,
    tabId,
    pageOrigin,
    targetOrigin,
    methods: [],
    headerNames: [],
    since: now,
    expiresAt,
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

/** The override with a preflight's question added to what it allows, or itself when that holds nothing new. */
export function learn(
  override: Override,
  question: { method: string; headerNames: readonly string[] },
): Override {
  const methods = new Set([...override.methods, question.method]);
  const headerNames = new Set([...override.headerNames, ...question.headerNames]);
  const nothingNew =
    methods.size === override.methods.length && headerNames.size === override.headerNames.length;
  return nothingNew ? override : { ...override, methods: [...methods], headerNames: [...headerNames] };
}
