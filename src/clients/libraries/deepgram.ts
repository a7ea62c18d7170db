import type { Client } from '../client.ts';

/**
 * As the source of `@deepgram/sdk` 5.13.0 has it.
 * @see https://unpkg.com/@deepgram/sdk@5.13.0/dist/browser/index.global.js
 */
export const client: Client = {
  name: 'Deepgram',
  headers: 'x-fern-* x-deepgram-session-id',
  family: 'Fern',
  hosts: 'deepgram.com',
  script: '@deepgram/sdk',
};
