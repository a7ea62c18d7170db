import type { Client } from '../client.ts';

/**
 * As the source of `@tomtom-international/web-sdk-maps` 6.25.0 has it.
 * @see https://unpkg.com/@tomtom-international/web-sdk-maps@6.25.0/dist/maps-web.min.js
 */
export const client: Client = {
  name: 'TomTom Maps',
  headers: 'tomtom-user-agent',
};
