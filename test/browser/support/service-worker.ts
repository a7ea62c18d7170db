import type { Page, WebWorker } from 'puppeteer-core';

/** Registers the page's service worker, from a script of its origin. @returns it, once it runs */
export async function startServiceWorker(page: Page, script: string): Promise<WebWorker> {
  const url = new URL(script, page.url()).href;
  const started = page.browser().waitForTarget((target) => target.url() === url);
  await page.evaluate((path) => navigator.serviceWorker.register(path).then(() => {}), script);
  const worker = await (await started).worker();
  if (worker === null) throw new Error('The service worker did not start.');
  return worker;
}
