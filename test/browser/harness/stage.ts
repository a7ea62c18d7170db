import type { Browser, Page } from 'puppeteer-core';
import { buildDemoPage } from '../../demo/build-page.ts';
import { CleanUp } from '../../demo/clean-up.ts';
import type { Files } from '../../servers/static-page.ts';
import { type DevtoolsPanel, openPanel } from './devtools-panel.ts';
import { openExtensionPage } from './extension-page.ts';
import { type Inspected, inspect, inspectNext, leave } from './inspected.ts';
import type { Chromium } from './launch.ts';

/** A running Chromium to set something up in. What is opened or started through it is closed all at once. */
export interface Stage {
  readonly browser: Browser;
  readonly extensionId: string;
  /** The demo page's files. */
  demoPage(): Files | Promise<Files>;
  /** Waits for something that starts, and closes it when the stage is cleared. */
  started<T extends { close(): Promise<unknown> }>(starting: Promise<T>): Promise<T>;
  /** Opens a page in a tab of its own, in front. */
  openPage(url: string): Promise<Page>;
  /** Opens DevTools on a page, with our panel shown. */
  openPanel(page: Page): Promise<DevtoolsPanel>;
  /** Opens a page with DevTools and our panel on it, in a new tab or in one that was left so when the stage was cleared. */
  openInspected(url: string): Promise<Inspected>;
  /** A page of the extension in a tab behind; it stays when the stage is cleared. */
  openExtensionPage(): Promise<Page>;
}

/**
 * @param demoPage where the demo page is taken from; it is built whenever it is asked for by default
 * @returns the stage, and what clears it for the next to come
 */
export function stageOn(
  { browser, extensionId }: Chromium,
  demoPage: Stage['demoPage'] = buildDemoPage,
): Stage & { clear(): Promise<void> } {
  let cleanUp = new CleanUp();
  let left: Inspected | null = null;
  let extensionPage: Promise<Page> | null = null;
  const leaveOrClose = async (inspected: Inspected) => {
    if (left === null && (await leave(inspected))) left = inspected;
    else await closable(inspected.page).close();
  };
  return {
    browser,
    extensionId,
    demoPage,
    started: (starting) => cleanUp.started(starting),
    async openPage(url) {
      const { page } = await cleanUp.started(browser.newPage().then(closable));
      await page.goto(url);
      return page;
    },
    openPanel: (page) => openPanel(page, extensionId),
    async openInspected(url) {
      const found = left;
      left = null;
      const opening =
        found === null ? inspect(browser, extensionId, url) : inspectNext(found, extensionId, url);
      const closing = opening.then((inspected) => ({ inspected, close: () => leaveOrClose(inspected) }));
      return (await cleanUp.started(closing)).inspected;
    },
    async openExtensionPage() {
      const found = await extensionPage;
      if (found !== null && !found.isClosed()) return found;
      extensionPage = openExtensionPage(browser, extensionId);
      return await extensionPage;
    },
    async clear() {
      await cleanUp.run();
      cleanUp = new CleanUp();
    },
  };
}

function closable(page: Page) {
  return {
    page,
    close: async () => {
      if (!page.isClosed()) await page.close();
    },
  };
}
