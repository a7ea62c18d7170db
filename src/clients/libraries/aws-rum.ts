import type { Client } from '../client.ts';

/**
 * As the source of `@aws-rum/web-core` 3.2.1 has it.
 * @see https://unpkg.com/@aws-rum/web-core@3.2.1/dist/cjs/plugins/utils/http-utils.js
 */
export const client: Client = {
  name: 'CloudWatch RUM',
  headers: 'x-amzn-trace-id',
  family: 'tracing',
};
