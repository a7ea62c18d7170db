import type { Client } from '../client.ts';

/**
 * As the source of `contentstack` 3.27.1 has it.
 * @see https://unpkg.com/contentstack@3.27.1/dist/nativescript/contentstack.js
 */
export const client: Client = {
  name: 'Contentstack',
  headers: 'x-cs-*',
  beside: 'x-user-agent',
};
