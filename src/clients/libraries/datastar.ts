import type { Client } from '../client.ts';

/**
 * As the source of `@starfederation/datastar` 0.21.4 has it.
 * @see https://unpkg.com/@starfederation/datastar@0.21.4/dist/datastar.js
 */
export const client: Client = {
  name: 'Datastar',
  headers: 'datastar-request',
};
