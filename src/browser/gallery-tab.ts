import { browser } from './browser.ts';
import { inspectedTabId, isInspecting } from './inspected.ts';

/** What the page of `npm start` is called. */
const TITLE = 'Ways to fail by CORS';

/** Brings the gallery of failing calls to the front, if a tab has it beside the inspected one. @returns whether one has */
export async function showGallery(): Promise<boolean> {
  // Firefox has no `tabs` within DevTools.
  if (browser.tabs === undefined) return false;
  const found = await browser.tabs.query({ title: TITLE, url: 'http://localhost/*' });
  const gallery = found.find(({ id }) => !isInspecting() || id !== inspectedTabId());
  if (gallery?.id === undefined) return false;
  await browser.tabs.update(gallery.id, { active: true });
  await browser.windows.update(gallery.windowId, { focused: true });
  return true;
}
