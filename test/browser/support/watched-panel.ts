import { inspectedTabId } from '../harness/devtools-panel.ts';
import type { Stage } from '../harness/stage.ts';
import { startBlankPage } from './blank-page.ts';
import { watchErrors } from './watch-errors.ts';

/** Opens the panel on a page, and takes note of what goes wrong from now on. */
export async function openWatched(chromium: Stage, url: string) {
  const { page, panel } = await chromium.openInspected(url);
  const tabId = await inspectedTabId(panel);
  const watched = await chromium.started(watchErrors(chromium.browser, chromium.extensionId));
  return { page, panel, tabId, watched };
}

/** The same on a page of localhost without anything on it. */
export async function openWatchedBlank(chromium: Stage) {
  const { origin } = await chromium.started(startBlankPage());
  return { origin, ...(await openWatched(chromium, `${origin}/`)) };
}
