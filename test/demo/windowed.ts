import type { Browser } from 'puppeteer-core';
import { openPanel } from '../browser/harness/devtools-panel.ts';
import { BUILT_EXTENSION, type Chromium, launchChromium } from '../browser/harness/launch.ts';
import type { CleanUp } from './clean-up.ts';
import { openUrl } from './open-url.ts';

/** Opens a page in a window with DevTools on our panel, and waits until the browser is closed. */
export async function showInWindow(
  url: string,
  cleanUp: CleanUp,
  extension = BUILT_EXTENSION,
): Promise<void> {
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

const NO_DISPLAY = 'There is no display to open a window on: with --headless it takes none.';

/** @throws Error that says in one sentence that there is no display */
async function launchInWindow(extension: string): Promise<Chromium> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) throw new Error(NO_DISPLAY);
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
