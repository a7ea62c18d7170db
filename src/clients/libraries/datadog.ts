import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@datadog/browser-rum` 7.16.2.
 * @see https://unpkg.com/@datadog/browser-rum@7.16.2/bundle/datadog-rum-salesforce.js
 */
export const client: Client = {
  name: 'Datadog',
  headers: 'x-datadog-* traceparent tracestate baggage b3 x-b3-*',
  family: 'tracing',
  widelyUsed: true,
  script: '@datadog/browser-rum',
};
