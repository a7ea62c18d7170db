import { originOf } from '../cors/index.ts';

/** A document that a tab holds, shown or prerendered. */
export interface TabDocument {
  /** 0 for the tab's page. */
  readonly frameId: number;
  /** -1 where there is none. */
  readonly parentFrameId: number;
  readonly documentId: string;
  readonly url: string;
}

/** A document that has just come into a frame of a tab. */
export interface CommittedDocument extends TabDocument {
  readonly parentDocumentId: string | null;
  /** Whether the user went back or forward to it: its page may come from the back/forward cache. */
  readonly isHistory: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A document of another origin than its page, and who it is where its URL doesn't say so. */
interface ForeignDocument {
  readonly frameId: number;
  readonly documentId: string;
  readonly parentDocumentId: string | null;
  /** Of the page that it came into; null where that one's coming wasn't observed. */
  readonly pageId: string | null;
  /** Serialized; the text `null` where it isn't known. */
  readonly origin: string;
  /** False for `blob:` documents, which the browser leaves out when it is asked for a tab's frames. */
  readonly isListed: boolean;
}

/** The documents of a tab, as far as their coming was observed. */
export interface ObservedDocuments {
  /** The page's; null where it isn't sure that all its frames were seen to come. */
  readonly documentId: string | null;
  /** Whether it came back from the back/forward cache: of such a page the browser lists no frames. */
  readonly isRestored: boolean;
  /** Earlier pages, too, which may come back from the back/forward cache. The newest last. */
  readonly pageIds: readonly string[];
  readonly foreign: readonly ForeignDocument[];
  /** Whether some of those had to be forgotten, being too many. */
  readonly hasForgotten: boolean;
}

export const NOTHING_OBSERVED: ObservedDocuments = {
  documentId: null,
  isRestored: false,
  pageIds: [],
  foreign: [],
  hasForgotten: false,
};

/** How many pages of a tab Chrome may bring back, and more. */
const MAX_PAGES = 10;
/** Above this, documents that are gone are to be pruned. */
export const PRUNE_ABOVE = 50;
const MAX_FOREIGN = 100;
/** Longer than any that resolves, in characters: the network decides what comes. */
export const MAX_ORIGIN_CHARS = 300;

/** The documents of a tab once another has come into its page's frame. */
export function withPage(
  before: ObservedDocuments,
  { documentId, isHistory }: CommittedDocument,
): ObservedDocuments {
  const isKnown = before.pageIds.includes(documentId);
  const isUnsure = before.hasForgotten && isHistory && !isKnown;
  const after = withPrerendered(before, documentId);
  return { ...after, documentId: isUnsure ? null : documentId, isRestored: isHistory && isKnown };
}

/** The documents of a tab once it prerenders a page. */
export function withPrerendered(before: ObservedDocuments, documentId: string): ObservedDocuments {
  const others = before.pageIds.filter((id) => id !== documentId);
  return { ...before, pageIds: [...others, documentId].slice(-MAX_PAGES) };
}

/**
 * The documents of a tab once another has come into one of its other frames; the same where that is of the page's origin
 * and so was what it replaces.
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

/** The documents of a tab without those that are gone, by what the browser lists. */
export function pruned(before: ObservedDocuments, listed: readonly TabDocument[]): ObservedDocuments {
  const foreign = presentForeign(before, listed);
  if (foreign.length === before.foreign.length) return before;
  // A page in the back/forward cache may have had them.
  return { ...before, foreign, pageIds: before.pageIds.slice(-1), hasForgotten: true };
}

/** Those that the browser lists, or that are known to be where it lists none; some that are gone, rather than too few. */
function presentForeign(
  { foreign, documentId: pageId, isRestored }: ObservedDocuments,
  listed: readonly TabDocument[],
): readonly ForeignDocument[] {
  const frames = new Set(listed.map(({ frameId }) => frameId));
  const documents = new Set(listed.map(({ documentId }) => documentId));
  // Parents come before their children.
  return foreign.filter(({ frameId, documentId, parentDocumentId, pageId: itsPage, isListed }) => {
    const isOfRestored = isRestored && itsPage === pageId;
    const isPresent =
      isOfRestored ||
      (isListed ? frames.has(frameId) : parentDocumentId !== null && documents.has(parentDocumentId));
    if (isPresent) documents.add(documentId);
    return isPresent;
  });
}

/** What a tab shows, and where it is about to go. */
export interface TabView {
  /** What the browser lists; null where it could not tell. */
  readonly documents: readonly TabDocument[] | null;
  readonly observed: ObservedDocuments;
  /** The URLs that frames of the tab are on their way to. */
  readonly destinations: readonly string[];
}

/** Whose documents a tab holds, or is about to. */
export interface Occupants {
  /** Serialized; of a document that inherits its origin, or whose own is opaque, its creator's. */
  readonly origins: readonly string[];
  /** Whether there may be documents that nobody has seen. */
  readonly mayHideOthers: boolean;
}

/** Tells whose documents a tab holds, or is about to. */
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

/** The origin that a document's URL tells; null for one that inherits its creator's, or is opaque for whoever made it. */
function shownOrigin(url: string): string | null {
  if (url.startsWith('blob:')) {
    const inner = originOf(url.slice('blob:'.length));
    return inner === 'null' ? null : inner;
  }
  const origin = originOf(url);
  if (origin !== 'null') return origin;
  // `about:`, `data:`, `javascript:`: whoever put it there.
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? null;
}
