import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@microsoft/applicationinsights-web` 3.4.4.
 * @see https://unpkg.com/@microsoft/applicationinsights-web@3.4.4/browser/es5/ai.3.4.4.cjs.js
 */
export const client: Client = {
  name: 'Application Insights',
  headers: 'request-id request-context traceparent tracestate',
  family: 'tracing',
  script: '@microsoft/applicationinsights-web',
};
