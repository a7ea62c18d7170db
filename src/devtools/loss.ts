import type { Lost } from '../commands/index.ts';

/** Counts the requests that were given up, until the worker is told. */
export class Loss {
  #lost: Lost | null = null;

  get isNone(): boolean {
    return this.#lost === null;
  }

  add(lost: Lost | null): void {
    if (lost === null) return;
    const before = this.#lost ?? { count: 0, latest: 0 };
    this.#lost = { count: before.count + lost.count, latest: Math.max(before.latest, lost.latest) };
  }

  /** @returns what was lost since the last time; null where nothing was */
  take(): Lost | null {
    const lost = this.#lost;
    this.#lost = null;
    return lost;
  }
}
