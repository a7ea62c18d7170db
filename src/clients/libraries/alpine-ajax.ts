import type { Client } from '../client.ts';

/**
 * As the source of `@imacrayon/alpine-ajax` 0.12.7 has it.
 * @see https://unpkg.com/@imacrayon/alpine-ajax@0.12.7/dist/cdn.js
 */
export const client: Client = {
  name: 'Alpine AJAX',
  headers: 'x-alpine-*',
};
