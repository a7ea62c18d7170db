import type { Client } from '../client.ts';

/**
 * As the source of `@runwayml/sdk` 4.20.1 has it.
 * @see https://unpkg.com/@runwayml/sdk@4.20.1/client.js
 */
export const client: Client = {
  name: 'Runway',
  headers: 'x-runway-version x-stainless-*',
  always: 'x-runway-version',
  family: 'Stainless',
  hosts: 'runwayml.com',
  script: '@runwayml/sdk',
};
