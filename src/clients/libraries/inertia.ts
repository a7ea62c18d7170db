import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@inertiajs/core` 3.7.1.
 * @see https://unpkg.com/@inertiajs/core@3.7.1/dist/index.js
 */
export const client: Client = {
  name: 'Inertia',
  headers: 'x-inertia x-inertia-* x-xsrf-token',
  beside: 'x-requested-with',
  always: 'x-inertia',
};
