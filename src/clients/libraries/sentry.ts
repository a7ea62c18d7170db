import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@sentry/browser` 11.12.0.
 * @see https://unpkg.com/@sentry/browser@11.12.0/build/npm/cjs/dev/tracing/browserTracingIntegration.js
 */
export const client: Client = {
  name: 'Sentry',
  headers: 'sentry-trace baggage traceparent',
  always: 'sentry-trace',
  commonNames: ['baggage', 'sentry-trace'],
};
