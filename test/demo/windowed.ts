import type { BrowserName } from '../support/browser-name.ts';
import { showInChromium } from './chromium-window.ts';
import type { CleanUp } from './clean-up.ts';
import { showInFirefox } from './firefox-window.ts';
import { NO_DISPLAY } from './no-display.ts';

/**
 * Opens a page in a window with DevTools on our panel, and waits until the browser is closed.
 * @param extension the unpacked extension's folder
 * @throws Error that says in one sentence that there is no display, or why the page can't be opened
 */
export async function showInWindow(
  browser: BrowserName,
  url: string,
  cleanUp: CleanUp,
  extension: string,
): Promise<void> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) throw new Error(NO_DISPLAY);
  switch (browser) {
    case 'chrome':
      return await showInChromium(url, cleanUp, extension);
    case 'firefox':
      return await showInFirefox(url, cleanUp, extension);
  }
}
