import type { Client } from '../client.ts';

/**
 * As the source of `@vercel/blob` 2.8.0 has it.
 * @see https://unpkg.com/@vercel/blob@2.8.0/dist/chunk-QMTUXFZH.cjs
 */
export const client: Client = {
  name: 'Vercel Blob',
  headers: 'x-api-blob-request-id x-api-blob-request-attempt x-vercel-blob-* x-mpu-*',
  beside:
    'x-api-version x-content-length x-content-type x-cache-control-max-age x-add-random-suffix x-allow-overwrite',
};
