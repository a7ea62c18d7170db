import type { Client } from '../client.ts';

/**
 * As the source of `uploadthing` 7.7.4 has it.
 * @see https://unpkg.com/uploadthing@7.7.4/client/index.cjs
 */
export const client: Client = {
  name: 'UploadThing',
  headers: 'x-uploadthing-* x-ut-*',
  beside: 'b3 traceparent',
};
