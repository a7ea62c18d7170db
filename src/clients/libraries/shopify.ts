import type { Client } from '../client.ts';

/**
 * As the source of `@shopify/storefront-api-client` 2.0.0 has it.
 * @see https://unpkg.com/@shopify/storefront-api-client@2.0.0/dist/constants.js
 */
export const client: Client = {
  name: 'Shopify',
  headers: 'x-sdk-variant x-sdk-variant-source',
  beside: 'x-sdk-version x-shopify-storefront-access-token',
};
