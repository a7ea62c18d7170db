import type { Client } from '../client.ts';

/**
 * As the source of `@splunk/otel-web` 2.5.1 has it.
 * @see https://unpkg.com/@splunk/otel-web@2.5.1/dist/cjs/index.js
 */
export const client: Client = {
  name: 'Splunk RUM',
  headers: 'traceparent tracestate',
  family: 'tracing',
};
