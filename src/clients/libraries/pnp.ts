import type { Client } from '../client.ts';

/**
 * As the source of `@pnp/sp` 4.21.0 has it.
 * @see https://unpkg.com/@pnp/sp@4.21.0/behaviors/telemetry.js
 */
export const client: Client = {
  name: 'PnPjs',
  headers: 'x-clientservice-clienttag x-pnpjs-requestid',
  beside: 'x-requestdigest x-http-method',
};
