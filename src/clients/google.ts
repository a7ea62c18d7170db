import type { Client } from './client.ts';

export const google: Client = {
  name: 'Google API client',
  headers: /^x-goog-/,
  credentials: null,
  setting: null,
  docs: 'https://cloud.google.com/storage/docs/cross-origin',
};
