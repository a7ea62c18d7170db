import { originOf } from '../cors/index.ts';

/** A document that a tab holds, shown or prerendered. */
export interface TabDocument {
  /** 0 for the tab's page. */
  readonly frameId: number;
  /** -1 if the frame has no parent. */
  readonly parentFrameId: number;
  readonly documentId: string;
  readonly url: string;
}

/** A document that a frame of a tab has just navigated to. */
export interface CommittedDocument extends TabDocument {
  readonly parentDocumentId: string | null;
  /** True if the user went back or forward to it, so that it may come from the back/forward cache. */
  readonly isHistory: boolean;
  /** When it was committed, in ms since the epoch. */
  readonly at: number;
}

/** A document of another origin than its page's. */
interface ForeignDocument {
  readonly frameId: number;
  readonly documentId: string;
  readonly parentDocumentId: string | null;
  /** The document id of the page that it belongs to; null if that page's navigation wasn't observed. */
  readonly pageId: string | null;
  /** The serialized origin; the text `null` if it isn't known. */
  readonly origin: string;
  /** False for `blob:` documents: the browser leaves them out when it lists a tab's frames. */
  readonly isListed: boolean;
}

/** The documents of a tab that were observed to navigate into it. */
export interface ObservedDocuments {
  /** The page's id; null if some navigations of its frames may have been missed. */
  readonly documentId: string | null;
  /** True if the page came from the back/forward cache. The browser lists no frames of such a page. */
  readonly isRestored: boolean;
  /** The ids of this page and of earlier ones, which may come back from the back/forward cache. The newest is last. */
  readonly pageIds: readonly string[];
  readonly foreign: readonly ForeignDocument[];
  /** True if foreign documents were dropped because there were too many. */
  readonly hasForgotten: boolean;
}

export const NOTHING_OBSERVED: ObservedDocuments = {
  documentId: null,
  isRestored: false,
  pageIds: [],
  foreign: [],
  hasForgotten: false,
};

/** More pages than Chrome keeps in a tab's back/forward cache. */
const MAX_PAGES = 10;
/** If more foreign documents are known, `pruned` must drop those that are gone. */
export const PRUNE_ABOVE = 50;
const MAX_FOREIGN = 100;
/** Longer than the origin of any host name that resolves. The limit keeps a server from filling the store. */
export const MAX_ORIGIN_CHARS = 300;

/** Adds a document that the tab's page navigated to. */
export function withPage(
  before: ObservedDocuments,
  { documentId, isHistory }: CommittedDocument,
): ObservedDocuments {
  const isKnown = before.pageIds.includes(documentId);
  const isUnsure = before.hasForgotten && isHistory && !isKnown;
  const after = withPrerendered(before, documentId);
  return { ...after, documentId: isUnsure ? null : documentId, isRestored: isHistory && isKnown };
}

/** Adds a page that the tab prerenders. */
export function withPrerendered(before: ObservedDocuments, documentId: string): ObservedDocuments {
  const others = before.pageIds.filter((id) => id !== documentId);
  return { ...before, pageIds: [...others, documentId].slice(-MAX_PAGES) };
}

/**
 * Adds a document that a frame of the page navigated to.
 * @returns the same object if neither this document nor the one before it is foreign
 */
export function withFrame(
  before: ObservedDocuments,
  { frameId, documentId, parentDocumentId, url }: CommittedDocument,
  pageOrigin: string,
): ObservedDocuments {
  const previous = before.foreign.find((one) => one.frameId === frameId);
  const parent = before.foreign.find((one) => one.documentId === parentDocumentId);
  const origin = shownOrigin(url) ?? (previous ?? parent)?.origin ?? pageOrigin;
  if (origin === pageOrigin && previous === undefined) return before;
  const others = before.foreign.filter((one) => one !== previous);
  if (origin === pageOrigin) return { ...before, foreign: others };
  const isListed = !url.startsWith('blob:');
  const known = origin.length > MAX_ORIGIN_CHARS ? 'null' : origin;
  const pageId = before.documentId;
  const all = [...others, { frameId, documentId, parentDocumentId, pageId, origin: known, isListed }];
  if (all.length <= MAX_FOREIGN) return { ...before, foreign: all };
  const foreign = all.slice(-MAX_FOREIGN);
  return { documentId: null, isRestored: false, pageIds: [], foreign, hasForgotten: true };
}

/** Drops the documents that are gone. @param listed all documents that the browser lists for the tab */
export function pruned(before: ObservedDocuments, listed: readonly TabDocument[]): ObservedDocuments {
  const foreign = presentForeign(before, listed);
  if (foreign.length === before.foreign.length) return before;
  // A page in the back/forward cache may still have the dropped documents.
  return { ...before, foreign, pageIds: before.pageIds.slice(-1), hasForgotten: true };
}

/**
 * Keeps the foreign documents that the browser lists, and those that it can't list but that are in a listed document. In
 * doubt it keeps a document.
 */
function presentForeign(
  { foreign, documentId: pageId, isRestored }: ObservedDocuments,
  listed: readonly TabDocument[],
): readonly ForeignDocument[] {
  const frames = new Set(listed.map(({ frameId }) => frameId));
  const documents = new Set(listed.map(({ documentId }) => documentId));
  // A parent is added before its children, so one pass is enough.
  return foreign.filter(({ frameId, documentId, parentDocumentId, pageId: itsPage, isListed }) => {
    const isOfRestored = isRestored && itsPage === pageId;
    const isPresent =
      isOfRestored ||
      (isListed ? frames.has(frameId) : parentDocumentId !== null && documents.has(parentDocumentId));
    if (isPresent) documents.add(documentId);
    return isPresent;
  });
}

/** What is known about a tab's documents. */
export interface TabView {
  /** The documents that the browser lists; null if it failed to. */
  readonly documents: readonly TabDocument[] | null;
  readonly observed: ObservedDocuments;
  /** The URLs that frames of the tab are navigating to. */
  readonly destinations: readonly string[];
}

/** The origins of the documents that a tab holds, or navigates to. */
export interface Occupants {
  /** Serialized origins. A document that inherits its origin, or has an opaque one, counts as its creator's. */
  readonly origins: readonly string[];
  /** True if the tab may hold documents that were not observed. */
  readonly mayHideOthers: boolean;
}

/** Works out the origins of the documents that a tab holds, or navigates to. */
export function occupantsOf({ documents, observed, destinations }: TabView): Occupants {
  const going = destinations.flatMap((url) => shownOrigin(url) ?? []);
  const page = documents?.find(({ frameId }) => frameId === 0);
  if (documents === null || page === undefined) return { origins: going, mayHideOthers: true };
  const foreign = presentForeign(observed, documents);
  const byFrame = new Map(foreign.map((one) => [one.frameId, one.origin]));
  const frames = new Map(documents.map((one) => [one.frameId, one]));
  const creatorOf = (one: TabDocument, depth = 0): string | null => {
    const parent = frames.get(one.parentFrameId);
    if (shownOrigin(one.url) !== null) return shownOrigin(one.url);
    if (byFrame.has(one.frameId)) return byFrame.get(one.frameId) ?? null;
    return parent === undefined || depth > documents.length ? null : creatorOf(parent, depth + 1);
  };
  const origins = [
    ...documents.map((one) => creatorOf(one) ?? 'null'),
    ...foreign.map(({ origin }) => origin),
  ];
  return {
    origins: [...new Set([...origins, ...going])].filter((origin) => origin !== 'null'),
    mayHideOthers: observed.documentId === null || origins.includes('null'),
  };
}

/** The origin in a document's URL; null if the document inherits its origin, or has an opaque one. */
function shownOrigin(url: string): string | null {
  if (url.startsWith('blob:')) {
    const inner = originOf(url.slice('blob:'.length));
    return inner === 'null' ? null : inner;
  }
  const origin = originOf(url);
  if (origin !== 'null') return origin;
  // `about:`, `data:` and `javascript:` URLs have no host: the result is null.
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? null;
}
