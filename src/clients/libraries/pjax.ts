import type { Client } from '../client.ts';

/**
 * As the source of `pjax` 0.2.8 has it.
 * @see https://unpkg.com/pjax@0.2.8/lib/proto/handle-response.js
 */
export const client: Client = {
  name: 'Pjax',
  headers: 'x-pjax x-pjax-*',
  beside: 'x-requested-with',
};
