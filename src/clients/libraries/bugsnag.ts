import type { Client } from '../client.ts';

/**
 * As the source of `@bugsnag/browser` 9.0.0 has it.
 * @see https://unpkg.com/@bugsnag/browser@9.0.0/dist/bugsnag.js
 */
export const client: Client = {
  name: 'BugSnag',
  headers: 'bugsnag-*',
};
