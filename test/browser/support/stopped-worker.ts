import { expect } from 'vitest';
import { CHAT_ANSWER } from '../../servers/ollama.ts';
import { inspectedTabId } from '../harness/devtools-panel.ts';
import type { Stage } from '../harness/stage.ts';
import { isWorkerRunning, stopWorker } from '../harness/worker.ts';
import { ask, receivedMethods, startWatchedMainJob, type WatchedMainJob } from './main-job.ts';
import { switchOverride, waitForDetail } from './panel-view.ts';
import { settledExchanges } from './settled-report.ts';

/** What the panel names of the main job. */
export const NAMED_OF_MAIN_JOB = ['x-stainless-timeout', 'Access-Control-Allow-Headers'];

const STEPS = {
  'the call fails': async ({ page }) => expect((await ask(page, '4')).answer).toBeNull(),
  'the panel names the header': ({ panel }) => waitForDetail(panel, NAMED_OF_MAIN_JOB),
  'the override is switched on': ({ panel }) => switchOverride(panel, true),
  'the call passes': async ({ page }) => expect((await ask(page, '4')).answer).toBe(CHAT_ANSWER),
  'the panel says thanks to what': ({ panel }) => waitForDetail(panel, ['passed, thanks to the override']),
  'the override is switched off': ({ panel }) => switchOverride(panel, false),
  'the call fails again': async ({ page }) => expect((await ask(page, '4')).answer).toBeNull(),
} as const satisfies Readonly<Record<string, (job: WatchedMainJob) => Promise<unknown>>>;

/** The steps of the main job, in order. */
export const MAIN_JOB_STEPS = Object.keys(STEPS);

/** Does the main job, and stops the worker before some of its steps. */
export async function doMainJob(chromium: Stage, stopsBefore: (step: string) => boolean): Promise<void> {
  const job = await startWatchedMainJob(chromium);
  for (const [name, step] of Object.entries(STEPS)) {
    if (stopsBefore(name)) await stopWhenIdle(chromium, job);
    await step(job);
  }
}

/** The browser stops a worker only when that has long had nothing to do: what happened so far is taken in. */
async function stopWhenIdle(chromium: Stage, { ollama, panel }: WatchedMainJob): Promise<void> {
  const calls = receivedMethods(ollama).filter((method) => method === 'OPTIONS').length;
  await settledExchanges(panel, await inspectedTabId(panel), calls);
  await stopNow(chromium);
}

/** Stops the worker, whatever it does. */
export async function stopNow({ browser, extensionId }: Stage): Promise<void> {
  await stopWorker(browser, extensionId);
  expect(isWorkerRunning(browser, extensionId)).toBe(false);
}
