import type { Browser, Frame, Page, Target, WebWorker } from 'puppeteer-core';
import type { Pages } from '../../../servers/answering-site.ts';
import type { Truths } from './chrome-truth.ts';
import type { Sender } from './senders.ts';

/** Where code runs that sends requests. */
export interface Place {
  evaluate(send: Sender, url: string): Promise<boolean>;
}

const EMPTY = '<!doctype html><title>A page</title><link rel="icon" href="data:,"><body>';

/** What places need from the page's own server. */
export const PLACE_FILES: Pages = {
  '/': EMPTY,
  '/frame': EMPTY,
  '/worker.js': 'postMessage("I am up"); onmessage = () => {};',
  '/shared.js': 'onconnect = () => {};',
  '/service.js': `
    addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => {
      if (event.request.url.includes('-via-worker')) event.respondWith(fetch(event.request));
    });`,
};

/** Adds an iframe with these attributes, and waits until it has loaded. */
export async function addFrame(page: Page, attributes: Readonly<Record<string, string>>): Promise<Frame> {
  const element = await page.evaluateHandle((all) => {
    const iframe = document.createElement('iframe');
    for (const [name, value] of Object.entries(all)) iframe.setAttribute(name, value);
    document.body.append(iframe);
    return new Promise<HTMLIFrameElement>((resolve) => {
      iframe.onload = () => resolve(iframe);
    });
  }, attributes);
  return await element.contentFrame();
}

export const SANDBOXED = { sandbox: 'allow-scripts', src: '/frame' };
export const SANDBOXED_TEXT = { sandbox: 'allow-scripts', srcdoc: EMPTY };
export const DATA_URL = { src: `data:text/html,${EMPTY}` };

export async function startWorker(page: Page): Promise<WebWorker> {
  const created = new Promise<WebWorker>((resolve) => page.once('workercreated', resolve));
  await page.evaluate(() => {
    const worker = new Worker('/worker.js');
    // Kept, lest it be collected as garbage.
    Object.assign(window, { worker });
    return new Promise<void>((resolve) => {
      worker.onmessage = () => resolve();
    });
  });
  return await created;
}

export async function startSharedWorker(browser: Browser, page: Page, truths: Truths): Promise<WebWorker> {
  const started = targetOf(browser, page, '/shared.js');
  await page.evaluate(() => {
    Object.assign(window, { shared: new SharedWorker('/shared.js') });
  });
  return await heard(await started, truths);
}

/** Registers the page's service worker, which then also answers the page's requests. */
export async function startServiceWorker(browser: Browser, page: Page, truths: Truths): Promise<WebWorker> {
  const started = targetOf(browser, page, '/service.js');
  await page.evaluate(async () => {
    const controlled = new Promise((resolve) => {
      navigator.serviceWorker.oncontrollerchange = resolve;
    });
    await navigator.serviceWorker.register('/service.js');
    await controlled;
  });
  return await heard(await started, truths);
}

function targetOf(browser: Browser, page: Page, path: string): Promise<Target> {
  const url = new URL(path, page.url()).href;
  return browser.waitForTarget((target) => target.url() === url);
}

async function heard(target: Target, truths: Truths): Promise<WebWorker> {
  await truths.hear(target);
  const worker = await target.worker();
  if (worker === null) throw new Error(`There is no worker in ${target.url()}.`);
  return worker;
}
