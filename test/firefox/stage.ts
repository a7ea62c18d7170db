import { afterAll, afterEach, beforeAll } from 'vitest';
import { CleanUp } from '../demo/clean-up.ts';
import { type FirefoxExtension, installExtension } from './extension.ts';
import { type Firefox, launchFirefox } from './launch-firefox.ts';
import type { FirefoxTab, Marionette } from './marionette.ts';
import { type FirefoxPanel, openPanel } from './panel.ts';

/** A running Firefox with the extension. What is opened or started through it is closed after each test. */
export interface FirefoxStage {
  readonly marionette: Marionette;
  readonly extension: FirefoxExtension;
  /** Waits for something that starts, and closes it after the test. */
  started<T extends { close(): Promise<unknown> }>(starting: Promise<T>): Promise<T>;
  /** Opens a page in a tab of its own, in front. */
  openPage(url: string): Promise<FirefoxTab>;
  /** Opens a page with DevTools and our panel on it. */
  openInspected(url: string): Promise<{ readonly page: FirefoxTab; readonly panel: FirefoxPanel }>;
}

/** Names that lead to this machine: pages that aren't on it, as far as the browser can tell. */
const TEST_NAMES = ['api.example.test', 'app.example.test', 'evil.example.test'];

/** The Firefox of a test file, to be called at its top. */
export function startFirefoxStage(preferences: Parameters<typeof launchFirefox>[0] = {}): FirefoxStage {
  let running: { readonly firefox: Firefox; readonly extension: FirefoxExtension } | null = null;
  let cleanUp = new CleanUp();
  const current = () => {
    if (running === null) throw new Error('Firefox runs only while the tests do.');
    return running;
  };
  const openPage = async (url: string) => {
    const tab = await cleanUp.started(current().firefox.marionette.openTab());
    await tab.navigate(url);
    return tab;
  };

  beforeAll(async () => {
    const firefox = await launchFirefox({ 'network.dns.localDomains': TEST_NAMES.join(','), ...preferences });
    running = { firefox, extension: await installExtension(firefox.marionette) };
  });
  afterEach(async () => {
    await cleanUp.run();
    cleanUp = new CleanUp();
  });
  afterAll(async () => {
    await running?.firefox.close();
  });

  return {
    get marionette() {
      return current().firefox.marionette;
    },
    get extension() {
      return current().extension;
    },
    started: (starting) => cleanUp.started(starting),
    openPage,
    async openInspected(url) {
      const page = await openPage(url);
      return { page, panel: await openPanel(current().firefox.marionette) };
    },
  };
}
