import type { Client } from '../client.ts';

/**
 * As the source of `cos-js-sdk-v5` 1.10.1 has it.
 * @see https://unpkg.com/cos-js-sdk-v5@1.10.1/dist/cos-js-sdk-v5.js
 */
export const client: Client = {
  name: 'Tencent Cloud COS',
  headers: 'x-cos-*',
};
