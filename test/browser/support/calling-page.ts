import type { Page } from 'puppeteer-core';
import { type StaticPage, startStaticPage } from '../../servers/static-page.ts';

/** A call as `fetch` takes it. */
export interface PageCall extends RequestInit {
  readonly url: string;
}

const SCRIPT = `
/** Makes all calls, some at a time, whatever comes of them. */
async function callAll(calls) {
  for (let at = 0; at < calls.length; at += 50) {
    await Promise.allSettled(calls.slice(at, at + 50).map(loadData));
  }
}

function loadData({ url, ...init }) {
  return fetch(url, init);
}
`;

/** Serves a page on `localhost` whose own script makes calls: its lines are what DevTools tells of them. */
export function startCallingPage(): Promise<StaticPage> {
  const html =
    '<!doctype html><title>A page</title><link rel="icon" href="data:,"><script src="app.js"></script>';
  return startStaticPage(
    new Map([
      ['/index.html', html],
      ['/app.js', SCRIPT],
    ]),
  );
}

/** Has the page make these calls. */
export async function callAll(page: Page, calls: readonly PageCall[]): Promise<void> {
  await page.evaluate(`callAll(${JSON.stringify(calls)})`);
}
