import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { CleanUp } from '../../demo/clean-up.ts';
import { type DevtoolsPanel, openPanel } from '../harness/devtools-panel.ts';
import { openExtensionPage } from '../harness/extension-page.ts';
import { type Chromium, type LaunchOptions, launchChromium } from '../harness/launch.ts';

/** One Chromium for all tests of a file. What a test opens or starts through it is closed after that test. */
export interface SharedChromium {
  readonly browser: Browser;
  readonly extensionId: string;
  /** Waits for something that starts, and closes it after the test. */
  started<T extends { close(): Promise<unknown> }>(starting: Promise<T>): Promise<T>;
  /** Opens a page in a tab of its own, in front. */
  openPage(url: string): Promise<Page>;
  /** Opens DevTools on a page, with our panel shown. */
  openPanel(page: Page): Promise<DevtoolsPanel>;
  /** Opens a page of the extension in a tab of its own. */
  openExtensionPage(): Promise<Page>;
}

/** To be called at the top of a test file. */
export function shareChromium(options?: LaunchOptions): SharedChromium {
  let running: Chromium | null = null;
  let cleanUp = new CleanUp();
  const chromium = (): Chromium => {
    if (running === null) throw new Error('Chromium runs only while the tests do.');
    return running;
  };
  const closable = (page: Page) => ({
    page,
    close: async () => {
      if (!page.isClosed()) await page.close();
    },
  });

  beforeAll(async () => {
    running = await launchChromium(options);
  });
  afterEach(async () => {
    await cleanUp.run();
    cleanUp = new CleanUp();
  });
  afterAll(async () => {
    await running?.close();
    running = null;
  });

  return {
    get browser() {
      return chromium().browser;
    },
    get extensionId() {
      return chromium().extensionId;
    },
    started: (starting) => cleanUp.started(starting),
    async openPage(url) {
      const { page } = await cleanUp.started(chromium().browser.newPage().then(closable));
      await page.goto(url);
      return page;
    },
    openPanel: (page) => openPanel(page, chromium().extensionId),
    async openExtensionPage() {
      const { browser, extensionId } = chromium();
      const { page } = await cleanUp.started(openExtensionPage(browser, extensionId).then(closable));
      return page;
    },
  };
}
