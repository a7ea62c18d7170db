import type { Client } from '../client.ts';

/**
 * As the source of `@honeycombio/opentelemetry-web` 1.5.1 has it.
 * @see https://unpkg.com/@honeycombio/opentelemetry-web@1.5.1/dist/cjs/index.js
 */
export const client: Client = {
  name: 'Honeycomb',
  headers: 'x-honeycomb-team x-honeycomb-dataset traceparent',
  family: 'tracing',
};
