import type { Client } from '../client.ts';

/**
 * As the source of `@effect/platform` 0.90.3 has it.
 * @see https://unpkg.com/@effect/platform@0.90.3/dist/cjs/HttpTraceContext.js
 */
export const client: Client = {
  name: 'Effect',
  headers: 'b3 traceparent',
  family: 'tracing',
};
