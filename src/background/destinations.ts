/** How long a frame that the browser doesn't list may be on its way, in ms. */
const UNLISTED_FRAME_TIMEOUT_MS = 30_000;

interface Destination {
  readonly urls: Set<string>;
  /** By the worker's own clock, in ms. */
  readonly begunAt: number;
}

/** Where the frames of tabs are on their way to. */
export class Destinations {
  readonly #tabs = new Map<number, Map<number, Destination>>();
  readonly #now: () => number;

  /** @param now a clock that is never set, in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes note that a frame begins to go to `url`. */
  begin(tabId: number, frameId: number, url: string): void {
    const frames = this.#tabs.get(tabId) ?? new Map<number, Destination>();
    this.#tabs.set(tabId, frames);
    frames.set(frameId, { urls: new Set([url]), begunAt: this.#now() });
  }

  /** Takes note that a frame on its way goes by `url`. */
  pass(tabId: number, frameId: number, url: string): void {
    const known = this.#tabs.get(tabId)?.get(frameId);
    if (known === undefined) this.begin(tabId, frameId, url);
    else known.urls.add(url);
  }

  /** Takes note that a frame has arrived, or stays where it was. */
  end(tabId: number, frameId: number): void {
    const frames = this.#tabs.get(tabId);
    frames?.delete(frameId);
    if (frames?.size === 0) this.#tabs.delete(tabId);
  }

  /** Takes note that a tab was closed. */
  forget(tabId: number): void {
    this.#tabs.delete(tabId);
  }

  /**
   * The URLs that frames of a tab are on their way to. Of a frame that was removed meanwhile no end may be told.
   * @param listed the ids of the frames that are there
   */
  of(tabId: number, listed: readonly number[]): readonly string[] {
    const frames = this.#tabs.get(tabId);
    if (frames === undefined) return [];
    for (const [frameId, { begunAt }] of frames) {
      if (!listed.includes(frameId) && this.#now() - begunAt > UNLISTED_FRAME_TIMEOUT_MS)
        frames.delete(frameId);
    }
    return [...frames.values()].flatMap(({ urls }) => [...urls]);
  }
}
