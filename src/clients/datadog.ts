import type { Client } from './client.ts';
import { callOptions, ownOriginOnly } from './shared-steps.ts';

export const datadog: Client = {
  name: 'Datadog',
  headers: /^(?:x-datadog-.*|traceparent|tracestate|baggage|b3|x-b3-.*)$/,
  mark: /^x-datadog-/,
  credentials: null,
  setting: 'allowedTracingUrls',
  docs: 'https://docs.datadoghq.com/real_user_monitoring/correlate_with_other_telemetry/apm/',
  stopSending: () => [
    callOptions('datadogRum.init()', ownOriginOnly('allowedTracingUrls: [location.origin],')),
  ],
};
