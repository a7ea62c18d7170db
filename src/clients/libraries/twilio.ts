import type { Client } from '../client.ts';

/**
 * As the source of `@twilio/voice-sdk` 2.18.5 has it.
 * @see https://unpkg.com/@twilio/voice-sdk@2.18.5/dist/twilio.js
 */
export const client: Client = {
  name: 'Twilio',
  headers: 'x-twilio-*',
};
