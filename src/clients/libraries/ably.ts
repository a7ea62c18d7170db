import type { Client } from '../client.ts';

/**
 * As the source of `ably` 2.28.0 has it.
 * @see https://unpkg.com/ably@2.28.0/build/ably-nativescript.js
 */
export const client: Client = {
  name: 'Ably',
  headers: 'ably-agent x-ably-*',
};
