import { remove, write } from '../platform/session-store.ts';
import { type Page, pageKey, parsePage, serialize } from '../platform/stored.ts';

/** More frames of different origins than a page should have. */
const FRAMES_KEPT = 50;

/** The top-level page of each tab, as far as it was seen. */
export class PageStore {
  readonly #pages = new Map<number, Page>();

  load(tabId: number, text: string): void {
    const page = parsePage(text);
    if (page !== null) this.#pages.set(tabId, page);
  }

  get(tabId: number): Page | undefined {
    return this.#pages.get(tabId);
  }

  async set(tabId: number, page: Page): Promise<void> {
    this.#pages.set(tabId, page);
    await write(new Map([[pageKey(tabId), serialize(page)]]));
  }

  /** Takes note of a frame of the tab's page. @returns whether there was none of its origin before */
  async addFrame(tabId: number, origin: string): Promise<boolean> {
    const page = this.#pages.get(tabId);
    if (page === undefined || page.frameOrigins.includes(origin)) return false;
    await this.set(tabId, { ...page, frameOrigins: [...page.frameOrigins, origin].slice(-FRAMES_KEPT) });
    return true;
  }

  async delete(tabId: number): Promise<void> {
    this.#pages.delete(tabId);
    await remove([pageKey(tabId)]);
  }
}
