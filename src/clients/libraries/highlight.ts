import type { Client } from '../client.ts';

/**
 * As the source of `highlight.run` 10.7.5 has it.
 * @see https://unpkg.com/highlight.run@10.7.5/dist/index.umd.js
 */
export const client: Client = {
  name: 'Highlight',
  headers: 'x-highlight-request traceparent',
  family: 'tracing',
};
