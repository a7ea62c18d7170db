import { BUILT_EXTENSION } from '../browser/harness/launch.ts';
import { BUILT_FOR_FIREFOX } from '../firefox/extension.ts';
import type { BrowserName } from '../support/browser-name.ts';
import type { CleanUp } from './clean-up.ts';
import type { StartOptions } from './start-options.ts';
import { watchPage } from './watch-page.ts';
import { showInWindow } from './windowed.ts';

/** The folders of the unpacked extension. */
export type ExtensionFolders = Readonly<Record<BrowserName, string>>;

export const BUILT: ExtensionFolders = { chrome: BUILT_EXTENSION, firefox: BUILT_FOR_FIREFOX };

/**
 * Shows a page of one's own in a window, or prints what of it is blocked.
 * @returns the exit code: 1 if calls were looked for, and some are blocked
 */
export async function showOwnPage(
  { browser, url, headless, once }: StartOptions & { readonly url: string },
  cleanUp: CleanUp,
  extensions: ExtensionFolders = BUILT,
): Promise<number> {
  const extension = extensions[browser];
  if (headless) return (await watchPage(url, { browser, once, extension }, cleanUp)) === 0 ? 0 : 1;
  await showInWindow(browser, url, cleanUp, extension);
  return 0;
}
