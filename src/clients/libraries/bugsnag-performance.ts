import type { Client } from '../client.ts';

/**
 * As the source of `@bugsnag/browser-performance` 3.4.1 has it.
 * @see https://unpkg.com/@bugsnag/browser-performance@3.4.1/dist/auto-instrumentation/full-page-load-plugin.js
 */
export const client: Client = {
  name: 'BugSnag Performance',
  headers: 'traceparent',
  family: 'tracing',
  script: '@bugsnag/browser-performance',
};
