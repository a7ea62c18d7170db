import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { missingLanguages, requireChromium } from '../harness/find-chromium.ts';
import { type Chromium, type LaunchOptions, launchChromium } from '../harness/launch.ts';
import { type Stage, stageOn } from '../harness/stage.ts';

interface Running {
  readonly chromium: Chromium;
  readonly stage: ReturnType<typeof stageOn>;
}

/** For all files that share it: to start a Chromium, and DevTools in it, takes seconds. */
let shared: Running | null = null;

/**
 * The Chromium that test files share which leave nothing behind that others would notice; to be called at the top of
 * one. What a test opens or starts through it is closed after that test. A file in which a test fails leaves no Chromium
 * to the next.
 */
export function shareChromium(): Stage {
  return provide(
    async () => {
      if (shared?.chromium.browser.connected !== true) {
        const userDataDir = mkdtempSync(join(inject('profiles'), 'shared-'));
        shared = await start({ userDataDir });
        // No file knows whether it's the last: whoever tidies up ends it.
        writeFileSync(`${userDataDir}.pid`, `${shared.chromium.browser.process()?.pid}`);
      }
      return shared;
    },
    async (running, hasFailed) => {
      if (!hasFailed) return;
      shared = null;
      await running.chromium.close();
    },
  );
}

/**
 * The same, of a file's or a group's own: for tests that change the browser or the extension, or need one that is started
 * otherwise. Where the browser doesn't have the language, the tests are skipped.
 */
export function ownChromium(options?: LaunchOptions): Stage {
  const language = options?.language;
  if (language !== undefined) {
    beforeEach(({ skip }) => {
      skip(
        missingLanguages(requireChromium(), [language]).length > 0,
        `the browser doesn't have ${language}`,
      );
    });
  }
  return provide(
    () => start(options),
    ({ chromium }) => chromium.close(),
  );
}

async function start(options?: LaunchOptions): Promise<Running> {
  const chromium = await launchChromium(options);
  return { chromium, stage: stageOn(chromium, () => inject('demoPage')) };
}

function provide(
  begin: () => Promise<Running>,
  end: (running: Running, hasFailed: boolean) => Promise<void>,
): Stage {
  let running: Running | null = null;
  let hasFailed = false;
  const current = (): Stage => {
    if (running === null) throw new Error('Chromium runs only while the tests do.');
    return running.stage;
  };

  beforeAll(async () => {
    running = await begin();
  });
  afterEach(async ({ task }) => {
    hasFailed ||= task.result?.state === 'fail';
    await running?.stage.clear();
  });
  afterAll(async () => {
    if (running !== null) await end(running, hasFailed);
    running = null;
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
