import { client } from '../libraries/opentelemetry.ts';
import { callOptions, ownOriginOnly } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@opentelemetry/instrumentation-fetch` 0.300.0. */
export const stop: Stop = {
  client,
  setting: 'propagateTraceHeaderCorsUrls',
  docs: 'https://open-telemetry.github.io/opentelemetry-js/types/_opentelemetry_sdk-trace-web.PropagateTraceHeaderCorsUrls.html',
  steps: () =>
    ['new FetchInstrumentation()', 'new XMLHttpRequestInstrumentation()'].map((call) =>
      callOptions(call, ownOriginOnly('propagateTraceHeaderCorsUrls: [],')),
    ),
};
