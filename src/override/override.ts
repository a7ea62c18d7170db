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
  pair: { tabId: number; pageOrigin: string; targetOrigin: string },
  time: number,
): Override | undefined {
  return overrides.find(
    (override) =>
      override.tabId === pair.tabId &&
      override.pageOrigin === pair.pageOrigin &&
      override.targetOrigin === pair.targetOrigin &&
      override.since <= time &&
      (override.endedAt === null || time < override.endedAt),
  );
}
