import type { Client } from './client.ts';

export const newRelic: Client = {
  name: 'New Relic',
  headers: /^(?:newrelic|traceparent|tracestate)$/,
  mark: /^newrelic$/,
  credentials: null,
  setting: 'distributed_tracing.allowed_origins',
  docs: 'https://docs.newrelic.com/docs/browser/new-relic-browser/browser-pro-features/browser-data-distributed-tracing/',
};
