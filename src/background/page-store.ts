import { isLoopbackOrigin, originOf } from '../cors/index.ts';
import {
  type CommittedDocument,
  MAX_ORIGIN_CHARS,
  NOTHING_OBSERVED,
  type ObservedDocuments,
  PRUNE_ABOVE,
  pruned,
  type TabDocument,
  withFrame,
  withPage,
  withPrerendered,
} from '../override/index.ts';
import { type Page, pageKey, parsePage, serialize } from '../store/index.ts';
import type { WriteBehind } from './write-behind.ts';

/** An answer that may become a tab's page. */
interface Answered {
  readonly origin: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** When a page began, and when DevTools told of it. In ms since the epoch. */
interface ToldTimes {
  readonly since: number;
  readonly heardAt: number;
}

/** The page of each tab and the documents in it, as far as their coming was seen. */
export class PageStore {
  readonly #pages = new Map<number, Page>();
  readonly #answered = new Map<number, Answered>();
  readonly #begun = new Map<number, number>();
  /** When DevTools last told of a tab's page. */
  readonly #heardAt = new Map<number, number>();
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

  observedIn(tabId: number): ObservedDocuments {
    return this.#pages.get(tabId)?.documents ?? NOTHING_OBSERVED;
  }

  /** The tabs that show a page of this origin. */
  tabsOf(origin: string): readonly number[] {
    return [...this.#pages].flatMap(([tabId, page]) => (page.origin === origin ? [tabId] : []));
  }

  /** Takes note of which page DevTools says the tab shows. */
  told(tabId: number, origin: string, { since, heardAt }: ToldTimes): void {
    this.#heardAt.set(tabId, heardAt);
    this.#set(tabId, { origin, since, documents: this.observedIn(tabId) });
  }

  /** Takes note that the tab's page begins to go elsewhere at `at`, in ms since the epoch. */
  begun(tabId: number, at: number): void {
    this.#answered.delete(tabId);
    this.#begun.set(tabId, at);
  }

  /** Takes note of an answer that becomes the tab's page, unless it is a download. */
  answered(tabId: number, origin: string, at: number): void {
    this.#answered.set(tabId, { origin, at });
  }

  /** Takes note that a frame of the tab has another document. @returns whether that frame is the tab's page */
  committed(tabId: number, document: CommittedDocument): boolean {
    const before = this.#pages.get(tabId);
    const documents = this.observedIn(tabId);
    if (document.frameId === 0) {
      // Of an empty tab, or one of the browser's own pages, there is nothing to remember.
      if (before === undefined && !/^(?:blob:)?https?:/.test(document.url)) return true;
      this.#set(tabId, this.#pageOf(tabId, document, before));
      return true;
    }
    if (document.parentFrameId === -1) {
      const origin = before?.origin ?? 'null';
      const since = before?.since ?? document.at;
      this.#set(tabId, { origin, since, documents: withPrerendered(documents, document.documentId) });
      return false;
    }
    if (before === undefined) return false;
    const after = withFrame(documents, document, before.origin);
    // On a page that no override can be for, those alone matter that one may be for.
    const added = after.foreign.find((one) => !documents.foreign.includes(one))?.origin ?? 'null';
    const matters = [before.origin, added].some(isLoopbackOrigin) || added === 'null';
    if (after !== documents && matters) this.#set(tabId, { ...before, documents: after });
    return false;
  }

  /** Whether so many foreign documents are known of the tab that those that are gone are to be pruned. */
  hasMany(tabId: number): boolean {
    return this.observedIn(tabId).foreign.length > PRUNE_ABOVE;
  }

  /** Forgets foreign documents that are gone. */
  prune(tabId: number, listed: readonly TabDocument[]): void {
    const page = this.#pages.get(tabId);
    const documents = this.observedIn(tabId);
    const after = pruned(documents, listed);
    if (page !== undefined && after !== documents) this.#set(tabId, { ...page, documents: after });
  }

  delete(tabId: number): void {
    this.#pages.delete(tabId);
    this.#answered.delete(tabId);
    this.#begun.delete(tabId);
    this.#heardAt.delete(tabId);
    this.#writes.remove(pageKey(tabId));
  }

  /** Of a page whose host isn't granted, its origin isn't kept unless DevTools told it. */
  #pageOf(tabId: number, document: CommittedDocument, before: Page | undefined): Page {
    const documents = withPage(this.observedIn(tabId), document);
    const answered = this.#answered.get(tabId);
    const begun = this.#begun.get(tabId);
    this.begun(tabId, document.at);
    // DevTools may have told of it sooner.
    const heardAt = this.#heardAt.get(tabId) ?? 0;
    if (before !== undefined && Math.max(before.since, heardAt) >= document.at)
      return { ...before, documents };
    const origin = originOf(document.url.replace(/^blob:/, ''));
    const isKnown = isLoopbackOrigin(origin);
    return {
      origin: isKnown ? origin : (answered?.origin ?? 'null'),
      since: answered?.at ?? begun ?? document.at,
      documents,
    };
  }

  #set(tabId: number, page: Page): void {
    const kept = page.origin.length > MAX_ORIGIN_CHARS ? { ...page, origin: 'null' } : page;
    this.#pages.set(tabId, kept);
    this.#writes.set(pageKey(tabId), () => serialize(kept));
  }
}
