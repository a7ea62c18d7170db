import { client } from '../libraries/new-relic.ts';
import type { Stop } from '../stop.ts';

/** Run against `@newrelic/browser-agent` 1.322.0. */
export const stop: Stop = {
  client,
  setting: 'distributed_tracing.allowed_origins',
  docs: 'https://docs.newrelic.com/docs/browser/new-relic-browser/browser-pro-features/browser-data-distributed-tracing/',
  steps: () => [],
};
