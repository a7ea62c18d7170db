import { test } from 'vitest';
import { shareChromium } from './support/shared-chromium.ts';
import { doMainJob, MAIN_JOB_STEPS } from './support/stopped-worker.ts';

const chromium = shareChromium();

test.each(MAIN_JOB_STEPS)('the main job works with the worker stopped before %s', (step) =>
  doMainJob(chromium, (name) => name === step),
);
