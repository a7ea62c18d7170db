import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `launchdarkly-js-client-sdk` 3.9.5.
 * @see https://unpkg.com/launchdarkly-js-client-sdk@3.9.5/dist/ldclient.cjs.js
 */
export const client: Client = {
  name: 'LaunchDarkly',
  headers: 'x-launchdarkly-*',
};
