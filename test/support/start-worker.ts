import { vi } from 'vitest';
import type { FakeBrowser, FakeContext } from './fake-browser.ts';

/**
 * Runs a module of `src` anew in a context of the fake browser, with all that it imports: nothing is left of an earlier
 * one. @returns what it exports
 */
export async function runIn<Module>(
  fake: FakeBrowser,
  context: FakeContext,
  load: () => Promise<Module>,
): Promise<Module> {
  const api = fake.api(context);
  vi.resetModules();
  vi.stubGlobal('browser', api);
  vi.stubGlobal('chrome', api);
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (fake) Chrome/156.0.0.0' });
  return await load();
}

/** Starts the worker, the present one having been stopped. @returns once it is ready, and has been told what had waited */
export async function startWorker(fake: FakeBrowser): Promise<FakeContext> {
  const worker = fake.openWorker();
  await runIn(fake, worker, () => import('../../src/background/index.ts'));
  fake.workerRuns();
  await fake.idle();
  return worker;
}

/** Leaves nothing behind for other tests. */
export function quit(fake: FakeBrowser): void {
  fake.quit();
  vi.unstubAllGlobals();
  vi.resetModules();
}
