import { isOn, type Override } from '../override/index.ts';

/** How often what no event tells is looked for, in ms: that a service worker was started, and that a frame is gone. */
const LOOK = { forWorkers: 200, forFrames: 1_000 };
/** How long what failed waits until it is tried again, at first and at most, in ms. */
const RETRY = { first: 1_000, most: 30_000 };

/** Has overrides looked after again: for what no event tells, and for what has failed. */
export class Revisits {
  readonly #revisit: () => void;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #retrying: ReturnType<typeof setTimeout> | undefined;
  #pause = RETRY.first;

  /** @param revisit looks after the overrides */
  constructor(revisit: () => void) {
    this.#revisit = revisit;
  }

  /** Plans when to look for what no event tells of these overrides. */
  lookLater(overrides: readonly Override[]): void {
    const on = overrides.filter(isOn);
    const isHeldBack = on.some((one) => one.heldBackBy !== null || one.opaqueHeldBackBy !== null);
    clearTimeout(this.#looking);
    const pauses = [
      ...(on.some(({ allow }) => allow.includes('service-worker')) ? [LOOK.forWorkers] : []),
      ...(isHeldBack ? [LOOK.forFrames] : []),
    ];
    if (pauses.length > 0) this.#looking = setTimeout(this.#revisit, Math.min(...pauses));
  }

  /** Plans to try again unless all is done, each time twice as late. */
  retryLater(isDone: boolean): void {
    clearTimeout(this.#retrying);
    if (isDone) {
      this.#pause = RETRY.first;
      return;
    }
    this.#retrying = setTimeout(() => {
      this.#pause = Math.min(2 * this.#pause, RETRY.most);
      this.#revisit();
    }, this.#pause);
  }
}
