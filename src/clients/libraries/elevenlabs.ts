import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@elevenlabs/elevenlabs-js` 2.73.0.
 * @see https://unpkg.com/@elevenlabs/elevenlabs-js@2.73.0/BaseClient.js
 */
export const client: Client = {
  name: 'ElevenLabs',
  headers: 'x-fern-* xi-api-key',
  always: 'xi-api-key',
  family: 'Fern',
  hosts: 'elevenlabs.io',
  script: '@elevenlabs/elevenlabs-js',
};
