import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@elastic/apm-rum` 5.17.5.
 * @see https://unpkg.com/@elastic/apm-rum-core@5.25.3/dist/es/common/config-service.js
 */
export const client: Client = {
  name: 'Elastic APM',
  headers: 'traceparent tracestate',
  family: 'tracing',
  script: '@elastic/apm-rum',
};
