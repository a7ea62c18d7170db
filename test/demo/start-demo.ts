import type { BrowserName } from '../support/browser-name.ts';
import { ensureInstalled } from '../support/ensure-installed.ts';
import { CleanUp } from './clean-up.ts';
import { startDemoPage } from './demo-page.ts';
import { diagnoseHeadless } from './headless.ts';
import { BUILT, showOwnPage } from './own-page.ts';
import { untilEnd } from './until-end.ts';
import { watchPage } from './watch-page.ts';
import { showInWindow } from './windowed.ts';

/**
 * The extension on the gallery, in a browser of its own. With `--headless` it prints the diagnosis, in Chrome saves a
 * picture of the panel, and ends. With a URL it opens that page instead; with `--headless` it prints each blocked call
 * until Ctrl+C; with `--once` those of the page's start, and exits with 1 if there are any.
 * @param build makes the extension for a browser
 */
export async function startDemo(build: (browser: BrowserName) => Promise<unknown>): Promise<never> {
  const cleanUp = new CleanUp();
  return await untilEnd(cleanUp, async ({ browser, url, headless, once }) => {
    ensureInstalled({ browsers: [browser], languages: [], commands: [] });
    await build(browser);
    if (url !== null) return await showOwnPage({ browser, url, headless, once }, cleanUp);
    const gallery = await startDemoPage(cleanUp);
    console.log(`The page: ${gallery}`);
    if (headless) await diagnoseGallery(browser, gallery, cleanUp);
    else await showInWindow(browser, gallery, cleanUp, BUILT[browser]);
    return 0;
  });
}

async function diagnoseGallery(browser: BrowserName, gallery: string, cleanUp: CleanUp): Promise<void> {
  switch (browser) {
    case 'chrome':
      return await diagnoseHeadless(gallery, cleanUp);
    case 'firefox':
      await watchPage(gallery, { browser, once: true, extension: BUILT.firefox }, cleanUp);
  }
}
