import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `posthog-js` 1.449.2.
 * @see https://unpkg.com/posthog-js@1.449.2/dist/all-external-dependencies.js
 */
export const client: Client = {
  name: 'PostHog',
  headers: 'x-posthog-*',
};
