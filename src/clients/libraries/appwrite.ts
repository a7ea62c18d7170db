import type { Client } from '../client.ts';

/**
 * As the source of `appwrite` 28.0.0 has it.
 * Its calls include credentials whatever the page says.
 * @see https://unpkg.com/appwrite@28.0.0/dist/cjs/sdk.js
 */
export const client: Client = {
  name: 'Appwrite',
  headers: 'x-appwrite-*',
  beside: 'x-sdk-name x-sdk-platform x-sdk-language x-sdk-version x-fallback-cookies',
  credentials: 'included',
};
