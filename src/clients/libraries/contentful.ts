import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `contentful` 11.12.10.
 * @see https://unpkg.com/contentful@11.12.10/dist/contentful.browser.js
 */
export const client: Client = {
  name: 'Contentful',
  headers: 'x-contentful-*',
};
