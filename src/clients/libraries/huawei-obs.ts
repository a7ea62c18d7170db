import type { Client } from '../client.ts';

/**
 * As the source of `esdk-obs-browserjs` 3.25.6 has it.
 * @see https://unpkg.com/esdk-obs-browserjs@3.25.6/dist/@cloud/esdk-obs-browserjs-without-polyfill.3.25.6.min.js
 */
export const client: Client = {
  name: 'Huawei Cloud OBS',
  headers: 'x-obs-*',
};
