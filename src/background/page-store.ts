import { type Page, pageKey, parsePage, serialize } from '../platform/stored.ts';
import type { WriteBehind } from './write-behind.ts';

/** More frames of different origins than a page should have. */
const FRAMES_KEPT = 50;

/** The top-level page of each tab, as far as it was seen. */
export class PageStore {
  readonly #pages = new Map<number, Page>();
  readonly #writes: WriteBehind;

  constructor(writes: WriteBehind) {
    this.#writes = writes;
  }

  load(tabId: number, text: string): void {
    const page = parsePage(text);
    if (page !== null) this.#pages.set(tabId, page);
  }

  get(tabId: number): Page | undefined {
    return this.#pages.get(tabId);
  }

  /** The tabs that show a page of this origin. */
  tabsOf(origin: string): readonly number[] {
    return [...this.#pages].flatMap(([tabId, page]) => (page.origin === origin ? [tabId] : []));
  }

  set(tabId: number, page: Page): void {
    this.#pages.set(tabId, page);
    this.#writes.set(pageKey(tabId), () => serialize(page));
  }

  /** Takes note of a frame of the tab's page. @returns whether there was none of its origin before */
  addFrame(tabId: number, origin: string): boolean {
    const page = this.#pages.get(tabId);
    if (page === undefined || page.frameOrigins.includes(origin)) return false;
    this.set(tabId, { ...page, frameOrigins: [...page.frameOrigins, origin].slice(-FRAMES_KEPT) });
    return true;
  }

  delete(tabId: number): void {
    this.#pages.delete(tabId);
    this.#writes.remove(pageKey(tabId));
  }
}
