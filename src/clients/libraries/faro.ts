import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@grafana/faro-web-tracing` 2.12.1.
 * @see https://unpkg.com/@grafana/faro-web-tracing@2.12.1/dist/bundle/faro-web-tracing.iife.js
 */
export const client: Client = {
  name: 'Grafana Faro',
  headers: 'traceparent tracestate baggage x-faro-*',
  family: 'tracing',
  script: '@grafana/faro-web-tracing',
};
