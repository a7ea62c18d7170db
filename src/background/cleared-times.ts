import { clearedKey, parseCleared, serialize } from '../store/index.ts';
import type { WriteBehind } from './write-behind.ts';

/**
 * When each tab's list was cleared, in ms since the epoch. A request that ended before that time must not come back when
 * DevTools reports it later. The times are stored, because DevTools may report it to a later worker.
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
