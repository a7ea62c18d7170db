import { client } from '../libraries/faro.ts';
import { callOptions, ownOriginOnly, within } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@grafana/faro-web-tracing` 2.12.1. */
export const stop: Stop = {
  client,
  setting: 'propagateTraceHeaderCorsUrls',
  docs: 'https://grafana.com/docs/grafana-cloud/monitor-applications/frontend-observability/instrument/tracing-instrumentation/',
  steps: () => [
    callOptions(
      'new TracingInstrumentation()',
      within('instrumentationOptions', ownOriginOnly('propagateTraceHeaderCorsUrls: [],')),
    ),
  ],
};
