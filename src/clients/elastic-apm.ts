import type { Client } from './client.ts';

export const elasticApm: Client = {
  name: 'Elastic APM',
  headers: /^(?:elastic-apm-traceparent|traceparent|tracestate)$/,
  mark: /^elastic-apm-traceparent$/,
  credentials: null,
  setting: 'distributedTracingOrigins',
  docs: 'https://www.elastic.co/docs/reference/apm/agents/rum-js/configuration',
};
