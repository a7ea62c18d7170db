import { remove, write } from '../platform/session-store.ts';
import { type Page, pageKey, parsePage, serialize } from '../platform/stored.ts';

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

  async delete(tabId: number): Promise<void> {
    this.#pages.delete(tabId);
    await remove([pageKey(tabId)]);
  }
}
