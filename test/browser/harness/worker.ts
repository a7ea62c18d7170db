import type { Browser, Target, WebWorker } from 'puppeteer-core';
import { type ExtensionContext, sendMessage } from './extension-page.ts';

/** The extension's running service worker; waits until there is one. */
export async function waitForWorker(browser: Browser, extensionId: string): Promise<WebWorker> {
  const target = await browser.waitForTarget((candidate) => isWorker(candidate, extensionId));
  const worker = await target.worker();
  if (worker === null) throw new Error('The service worker went away while it was being looked at.');
  return worker;
}

/** Waits until the worker has run once: only then does the browser know what it listens to. */
export async function waitForListeners(browser: Browser, extensionId: string): Promise<void> {
  const worker = await waitForWorker(browser, extensionId);
  const deadline = Date.now() + 10_000;
  // At the very beginning not even the extension API is there.
  while (
    !(await worker.evaluate(() => typeof chrome !== 'undefined' && chrome.runtime.onMessage.hasListeners()))
  ) {
    if (Date.now() > deadline) throw new Error('The service worker listens to nothing.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Whether the service worker runs right now. */
export function isWorkerRunning(browser: Browser, extensionId: string): boolean {
  return browser.targets().some((target) => isWorker(target, extensionId));
}

/** Stops the service worker as the browser does after half a minute of idleness; the next event wakes it. */
export async function stopWorker(browser: Browser, extensionId: string): Promise<void> {
  const target = browser.targets().find((candidate) => isWorker(candidate, extensionId));
  if (target === undefined) return;
  const gone = new Promise<void>((resolve) => {
    const onDestroyed = (destroyed: Target) => {
      if (destroyed !== target) return;
      browser.off('targetdestroyed', onDestroyed);
      resolve();
    };
    browser.on('targetdestroyed', onDestroyed);
  });
  // One that is just starting is not stopped by that: it is asked again.
  const asking = setInterval(() => void close(target), 500);
  await close(target);
  await gone;
  clearInterval(asking);
}

async function close(target: Target): Promise<void> {
  const worker = await target.worker().catch(() => null);
  await worker?.close().catch(() => {});
}

/** Wakes the service worker with a message that means nothing, from any page of the extension. */
export async function wakeWorker(
  browser: Browser,
  extensionId: string,
  context: ExtensionContext,
): Promise<WebWorker> {
  await sendMessage(context, { type: 'wake' });
  return await waitForWorker(browser, extensionId);
}

function isWorker(target: Target, extensionId: string): boolean {
  return target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${extensionId}/`);
}
