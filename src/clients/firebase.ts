import type { Client } from './client.ts';

export const firebase: Client = {
  name: 'Firebase',
  headers: /^(?:x-firebase-.*|firebase-.*)$/,
  credentials: null,
  setting: null,
  docs: 'https://firebase.google.com/docs/functions/callable-reference',
};
