import type { Client } from '../client.ts';

/**
 * As the source of `laravel-echo` 2.5.0 has it.
 * @see https://unpkg.com/laravel-echo@2.5.0/dist/echo.common.js
 */
export const client: Client = {
  name: 'Laravel Echo',
  headers: 'x-socket-id',
};
