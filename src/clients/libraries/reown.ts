import type { Client } from '../client.ts';

/**
 * As the source of `@reown/appkit-controllers` 1.8.9 has it.
 * @see https://unpkg.com/@reown/appkit-controllers@1.8.9/undefined
 */
export const client: Client = {
  name: 'Reown AppKit',
  headers: 'x-project-id x-sdk-type',
  beside: 'x-sdk-version',
};
