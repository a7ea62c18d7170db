import type { Client } from '../client.ts';

/**
 * As the source of `@datocms/cda-client` 0.3.2 has it.
 * @see https://unpkg.com/@datocms/cda-client@0.3.2/dist/cjs/buildRequestHeaders.js
 */
export const client: Client = {
  name: 'DatoCMS',
  headers: 'x-include-drafts x-exclude-invalid x-cache-tags x-visual-editing x-base-editing-url',
  beside: 'x-environment',
};
