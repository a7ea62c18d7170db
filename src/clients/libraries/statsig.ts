import type { Client } from '../client.ts';

/**
 * As the source of `@statsig/js-client` 3.33.5 has it.
 * @see https://unpkg.com/@statsig/js-client@3.33.5/build/statsig-js-client+session-replay+web-analytics.min.js
 */
export const client: Client = {
  name: 'Statsig',
  headers: 'statsig-*',
};
