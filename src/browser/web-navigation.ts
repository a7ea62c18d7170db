import type { CommittedDocument, TabDocument } from '../override/index.ts';
import { browser } from './browser.ts';

/**
 * The documents that a tab holds now, prerendered ones included, whatever their hosts; `blob:` documents are missing.
 * Null where there is no such tab.
 * @see https://developer.chrome.com/docs/extensions/reference/api/webNavigation#method-getAllFrames
 */
export async function documentsOf(tabId: number): Promise<readonly TabDocument[] | null> {
  const frames = await browser.webNavigation.getAllFrames({ tabId });
  return (
    frames?.map(({ frameId, parentFrameId, documentId, url }) => ({
      frameId,
      parentFrameId,
      documentId,
      url,
    })) ?? null
  );
}

/** How a frame of a tab goes from one document to the next. */
export type FrameNavigation =
  | {
      readonly type: 'begun';
      readonly tabId: number;
      readonly frameId: number;
      readonly url: string;
      /** Milliseconds since the epoch. */
      readonly at: number;
    }
  | { readonly type: 'committed'; readonly tabId: number; readonly document: CommittedDocument }
  /** It stays where it was, or shows an error. */
  | { readonly type: 'failed'; readonly tabId: number; readonly frameId: number };

/** Hears all navigations of all frames. To be called synchronously when the worker starts. */
export function onFrameNavigation(listener: (navigation: FrameNavigation) => void): void {
  const { onBeforeNavigate, onCommitted, onErrorOccurred, onTabReplaced } = browser.webNavigation;
  onBeforeNavigate.addListener(({ tabId, frameId, url, timeStamp }) =>
    listener({ type: 'begun', tabId, frameId, url, at: timeStamp }),
  );
  onCommitted.addListener((details) => {
    const { tabId, frameId, parentFrameId, documentId, parentDocumentId = null, url, timeStamp } = details;
    const isHistory = details.transitionQualifiers.some((qualifier) => qualifier === 'forward_back');
    const frame = { frameId, parentFrameId, documentId, parentDocumentId, url, isHistory, at: timeStamp };
    listener({ type: 'committed', tabId, document: frame });
  });
  onErrorOccurred.addListener(({ tabId, frameId }) => listener({ type: 'failed', tabId, frameId }));
  onTabReplaced.addListener(({ tabId }) => listener({ type: 'failed', tabId, frameId: 0 }));
}
