/** A navigation of a frame that the browser doesn't list is forgotten after this time. */
const UNLISTED_FRAME_TIMEOUT_MS = 30_000;

interface Destination {
  readonly urls: Set<string>;
  /** By the worker's own clock, in ms. */
  readonly begunAt: number;
}

/** The URLs that the frames of tabs are navigating to. */
export class Destinations {
  readonly #tabs = new Map<number, Map<number, Destination>>();
  readonly #now: () => number;

  /** @param now a monotonic clock, in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Records that a frame begins to navigate to `url`. */
  begin(tabId: number, frameId: number, url: string): void {
    const frames = this.#tabs.get(tabId) ?? new Map<number, Destination>();
    this.#tabs.set(tabId, frames);
    frames.set(frameId, { urls: new Set([url]), begunAt: this.#now() });
  }

  /** Records that a navigation was redirected to `url`. */
  pass(tabId: number, frameId: number, url: string): void {
    const known = this.#tabs.get(tabId)?.get(frameId);
    if (known === undefined) this.begin(tabId, frameId, url);
    else known.urls.add(url);
  }

  /** Records that a frame's navigation was committed or has failed. */
  end(tabId: number, frameId: number): void {
    const frames = this.#tabs.get(tabId);
    frames?.delete(frameId);
    if (frames?.size === 0) this.#tabs.delete(tabId);
  }

  /** Forgets a tab that was closed. */
  forget(tabId: number): void {
    this.#tabs.delete(tabId);
  }

  /**
   * Lists the URLs that frames of a tab are navigating to. Forgets old navigations of frames that aren't listed, because
   * the browser may not report the end of a removed frame's navigation.
   * @param listed the ids of the frames that the browser lists
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
