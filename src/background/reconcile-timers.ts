import { isOn, type Override } from '../override/index.ts';

/** How often the browser is asked for changes that no event reports: a service worker started, a frame was removed. */
const POLL_INTERVAL_MS = { forWorkers: 200, forFrames: 1_000 };
/** The first and the longest pause before a failed effect is retried. */
const RETRY_PAUSE_MS = { first: 1_000, longest: 30_000 };

/** Timers that reconcile overrides again: to notice changes that no event reports, and to retry what has failed. */
export class ReconcileTimers {
  readonly #reconcile: () => void;
  #pollTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #pause = RETRY_PAUSE_MS.first;

  /** @param reconcile reconciles all overrides */
  constructor(reconcile: () => void) {
    this.#reconcile = reconcile;
  }

  /** Schedules the next look for changes that no event reports. */
  pollLater(overrides: readonly Override[]): void {
    const on = overrides.filter(isOn);
    const isHeldBack = on.some((one) => one.heldBackBy !== null || one.opaqueHeldBackBy !== null);
    clearTimeout(this.#pollTimer);
    const pauses = [
      ...(on.some(({ allow }) => allow.includes('service-worker')) ? [POLL_INTERVAL_MS.forWorkers] : []),
      ...(isHeldBack ? [POLL_INTERVAL_MS.forFrames] : []),
    ];
    if (pauses.length > 0) this.#pollTimer = setTimeout(this.#reconcile, Math.min(...pauses));
  }

  /** Schedules a retry unless everything is done. Each pause is twice as long as the one before. */
  retryLater(isDone: boolean): void {
    clearTimeout(this.#retryTimer);
    if (isDone) {
      this.#pause = RETRY_PAUSE_MS.first;
      return;
    }
    this.#retryTimer = setTimeout(() => {
      this.#pause = Math.min(2 * this.#pause, RETRY_PAUSE_MS.longest);
      this.#reconcile();
    }, this.#pause);
  }
}
