import { type Firefox, launchFirefox } from '../firefox/launch-firefox.ts';
import { openPanel } from '../firefox/panel.ts';
import type { CleanUp } from './clean-up.ts';
import { NO_DISPLAY } from './no-display.ts';
import { openInFirefox } from './open-url.ts';

/** Firefox's part of `showInWindow`. The extension is installed until the browser is closed. */
export async function showInFirefox(url: string, cleanUp: CleanUp, extension: string): Promise<void> {
  const { marionette, ended } = await cleanUp.started(launchInWindow());
  await marionette.installExtension(extension);
  await openInFirefox(await marionette.firstTab(), url);
  try {
    await openPanel(marionette, 480);
    console.log('The panel CORS in DevTools says why the call fails.');
  } catch (error) {
    if (cleanUp.begun) return;
    console.log(`DevTools couldn't be put on the panel by itself (${error}). Press F12, then the tab CORS.`);
  }
  console.log('Close the browser, or press Ctrl+C, to stop.');
  await ended;
}

/** @throws Error that says in one sentence that there is no display */
async function launchInWindow(): Promise<Firefox> {
  try {
    return await launchFirefox({}, { headless: false, pageLoadStrategy: 'eager' });
  } catch (error) {
    // One that is named, and isn't there.
    if (/display/i.test(String(error))) throw new Error(NO_DISPLAY, { cause: error });
    throw error;
  }
}
