import type { Browser } from 'puppeteer-core';
import { openPanel } from '../browser/harness/devtools-panel.ts';
import { type Chromium, launchChromium } from '../browser/harness/launch.ts';
import type { CleanUp } from './clean-up.ts';
import { NO_DISPLAY } from './no-display.ts';
import { openUrl } from './open-url.ts';

/** Chromium's part of `showInWindow`. */
export async function showInChromium(url: string, cleanUp: CleanUp, extension: string): Promise<void> {
  const { browser, extensionId } = await cleanUp.started(launchInWindow(extension));
  const closed = untilClosed(browser);
  const [page] = await browser.pages();
  if (page === undefined) throw new Error('The browser opened no page.');
  await openUrl(page, url);
  try {
    await openPanel(page, extensionId, { dock: 'bottom', viewport: null, height: 480 });
    console.log('The panel CORS in DevTools says why the call fails.');
  } catch (error) {
    if (cleanUp.begun || !browser.connected) return;
    console.log(`DevTools couldn't be put on the panel by itself (${error}). Press F12, then the tab CORS.`);
  }
  console.log('Close the browser, or press Ctrl+C, to stop.');
  await closed;
}

/** @throws Error that says in one sentence that there is no display */
async function launchInWindow(extension: string): Promise<Chromium> {
  try {
    return await launchChromium({ headless: false, extension, mapsTestNames: false });
  } catch (error) {
    // One that is named, and isn't there.
    if (/Missing X server|(?:open|connect to) .*display/i.test(String(error))) {
      throw new Error(NO_DISPLAY, { cause: error });
    }
    throw error;
  }
}

/** Resolves when the browser is gone or has no page left, as on macOS after its last window is closed. */
function untilClosed(browser: Browser): Promise<void> {
  return new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    browser.on('targetdestroyed', () => {
      if (!browser.targets().some((target) => target.type() === 'page')) resolve();
    });
  });
}
