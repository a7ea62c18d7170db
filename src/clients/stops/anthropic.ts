import { client } from '../libraries/anthropic.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/**
 * Run against `@anthropic-ai/sdk` 1.14.0: a `null` in `defaultHeaders` leaves what the method that streams adds, an own
 * `fetch` leaves nothing. Anthropic's API asks for its version, and for the consent to calls from a browser.
 */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://github.com/anthropics/anthropic-sdk-typescript#customizing-the-fetch-client',
  needed: 'anthropic-version anthropic-dangerous-direct-browser-access',
  neededBy: 'anthropic.com',
  steps: (names) => [callOptions('new Anthropic()', ownFetch(names))],
};
