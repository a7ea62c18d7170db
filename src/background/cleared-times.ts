import { clearedKey, parseCleared, serialize } from '../store/index.ts';
import type { WriteBehind } from './write-behind.ts';

/**
 * When each tab's list was cleared, in ms since the epoch: what ended before, and is told of later, stays cleared. DevTools
 * may be late by more than the worker's life, so that it is stored.
 */
export class ClearedTimes {
  readonly #times = new Map<number, number>();
  readonly #writes: WriteBehind;

  constructor(writes: WriteBehind) {
    this.#writes = writes;
  }

  load(tabId: number, text: string): void {
    const time = parseCleared(text);
    if (time !== null) this.#times.set(tabId, time);
  }

  get(tabId: number): number | undefined {
    return this.#times.get(tabId);
  }

  set(tabId: number, time: number): void {
    this.#times.set(tabId, time);
    this.#writes.set(clearedKey(tabId), () => serialize(time));
  }

  delete(tabId: number): void {
    if (this.#times.delete(tabId)) this.#writes.remove(clearedKey(tabId));
  }
}
