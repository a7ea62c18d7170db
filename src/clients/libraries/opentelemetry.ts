import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@opentelemetry/instrumentation-fetch` 0.300.0.
 * Its propagators of B3, Jaeger and X-Ray have the others.
 * @see https://github.com/open-telemetry/opentelemetry-js
 */
export const client: Client = {
  name: 'OpenTelemetry',
  headers: 'traceparent tracestate baggage b3 x-b3-* uber-trace-id x-amzn-trace-id',
  family: 'tracing',
  widelyUsed: true,
  script: '@opentelemetry/instrumentation-fetch',
  commonNames: ['traceparent', 'tracestate'],
};
