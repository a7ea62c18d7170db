import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { type Chromium, type LaunchOptions, launchChromium } from '../harness/launch.ts';
import { type Stage, stageOn } from '../harness/stage.ts';

/** One Chromium for all tests of a file. What a test opens or starts through it is closed after that test. */
export type SharedChromium = Stage;

/** To be called at the top of a test file. */
export function shareChromium(options?: LaunchOptions): SharedChromium {
  let running: Chromium | null = null;
  let stage: ReturnType<typeof stageOn> | null = null;
  const current = (): Stage => {
    if (stage === null) throw new Error('Chromium runs only while the tests do.');
    return stage;
  };

  beforeAll(async () => {
    running = await launchChromium(options);
    stage = stageOn(running, () => inject('demoPage'));
  });
  afterEach(async () => {
    await stage?.clear();
  });
  afterAll(async () => {
    await running?.close();
    running = null;
    stage = null;
  });

  return {
    get browser() {
      return current().browser;
    },
    get extensionId() {
      return current().extensionId;
    },
    demoPage: () => current().demoPage(),
    started: (starting) => current().started(starting),
    openPage: (url) => current().openPage(url),
    openPanel: (page) => current().openPanel(page),
    openInspected: (url) => current().openInspected(url),
    openExtensionPage: () => current().openExtensionPage(),
  };
}
