import { type BrowserProfile, CHROME } from '../cors/index.ts';

/** The deviations of the browser that the extension runs in. */
export function ownProfile(): BrowserProfile {
  return CHROME;
}
