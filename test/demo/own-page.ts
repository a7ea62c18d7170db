import { BUILT_EXTENSION } from '../browser/harness/launch.ts';
import type { CleanUp } from './clean-up.ts';
import type { StartOptions } from './start-options.ts';
import { watchPage } from './watch-page.ts';
import { showInWindow } from './windowed.ts';

/**
 * Shows a page of one's own in a window, or prints what of it is blocked.
 * @param extension the unpacked extension's folder
 * @returns the exit code: 1 if calls were looked for, and some are blocked
 */
export async function showOwnPage(
  { url, headless, once }: StartOptions & { readonly url: string },
  cleanUp: CleanUp,
  extension = BUILT_EXTENSION,
): Promise<number> {
  if (headless) return (await watchPage(url, { once, extension }, cleanUp)) === 0 ? 0 : 1;
  await showInWindow(url, cleanUp, extension);
  return 0;
}
