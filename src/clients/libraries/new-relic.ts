import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@newrelic/browser-agent` 1.322.0.
 * @see https://unpkg.com/@newrelic/browser-agent@1.322.0/dist/cjs/common/config/init-types.js
 */
export const client: Client = {
  name: 'New Relic',
  headers: 'newrelic traceparent tracestate',
  always: 'newrelic',
  family: 'tracing',
};
