import { defineConfig } from 'vitest/config';

/** What `npm test` has no time for: `.ci/run` plays it, too, with `npm run test:ci`. */
const CI = 'test/**/*.ci.test.ts';
/** What takes longest: `npm run test:long` plays it, each night and before a release. */
const LONG = 'test/**/*.long.test.ts';

const IN_BROWSER = {
  globalSetup: 'test/browser/support/global-setup.ts',
  // Two at a time: one alone waits for Chromium half of the time. The files of each share a Chromium.
  maxWorkers: 2,
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A busy machine takes its time. What doesn't come at all is rare.
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/firefox/**', 'test/soak/**', CI],
          // They are pure, and most of them are over sooner than a process has started. One worker would leave a core idle.
          maxWorkers: 2,
          isolate: false,
          // Property tests take their time on a busy machine.
          testTimeout: 30_000,
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
        },
      },
      {
        test: { ...IN_BROWSER, name: 'browser', include: ['test/browser/**/*.test.ts'], exclude: [CI, LONG] },
      },
      { test: { ...IN_BROWSER, name: 'long', include: [LONG] } },
      { test: { ...IN_BROWSER, name: 'firefox', include: ['test/firefox/**/*.test.ts'], exclude: [CI] } },
      { test: { ...IN_BROWSER, name: 'ci', include: [CI] } },
      {
        test: {
          name: 'soak',
          include: ['test/soak/**/*.test.ts'],
          globalSetup: 'test/browser/support/global-setup.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
