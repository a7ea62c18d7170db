import type { CommittedDocument, TabDocument } from '../override/index.ts';
import { browser } from './browser.ts';

/**
 * Lists the documents that a tab holds now, prerendered ones included, without needing access to their hosts. `blob:`
 * documents are missing. Null if there is no such tab.
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

/** A step of a frame's navigation. */
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
  /** The frame stays on its document, or shows an error page. */
  | { readonly type: 'failed'; readonly tabId: number; readonly frameId: number };

/** Calls back for each step of each frame's navigations. Call it synchronously when the worker starts. */
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
