import type { Client } from './client.ts';
import { callOptions, ownOriginOnly } from './shared-steps.ts';

export const opentelemetry: Client = {
  name: 'OpenTelemetry',
  headers: /^(?:traceparent|tracestate|baggage|b3|x-b3-.*|uber-trace-id)$/,
  commonNames: ['traceparent', 'tracestate'],
  credentials: null,
  setting: 'propagateTraceHeaderCorsUrls',
  docs: 'https://open-telemetry.github.io/opentelemetry-js/types/_opentelemetry_sdk-trace-web.PropagateTraceHeaderCorsUrls.html',
  stopSending: () =>
    ['new FetchInstrumentation()', 'new XMLHttpRequestInstrumentation()'].map((call) =>
      callOptions(call, ownOriginOnly('propagateTraceHeaderCorsUrls: [],')),
    ),
};
