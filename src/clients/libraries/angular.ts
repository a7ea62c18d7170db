import type { Client } from '../client.ts';

/**
 * As the source of `@angular/common` 21.2.26 has it.
 * @see https://unpkg.com/@angular/common@21.2.26/fesm2022/_module-chunk.mjs
 */
export const client: Client = {
  name: 'Angular',
  headers: 'x-xsrf-token',
};
