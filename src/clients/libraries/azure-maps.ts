import type { Client } from '../client.ts';

/**
 * As the source of `azure-maps-control` 3.7.4 has it.
 * @see https://unpkg.com/azure-maps-control@3.7.4/dist/atlas-core-bare-snr.js
 */
export const client: Client = {
  name: 'Azure Maps',
  headers: 'map-agent ms-am-request-origin',
  beside: 'x-ms-client-id session-id',
};
