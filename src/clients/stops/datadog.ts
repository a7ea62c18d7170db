import { client } from '../libraries/datadog.ts';
import { callOptions, ownOriginOnly } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@datadog/browser-rum` 7.16.2, with each of its ways to propagate. */
export const stop: Stop = {
  client,
  setting: 'allowedTracingUrls',
  docs: 'https://docs.datadoghq.com/real_user_monitoring/correlate_with_other_telemetry/apm/',
  steps: () => [callOptions('datadogRum.init()', ownOriginOnly('allowedTracingUrls: [location.origin],'))],
};
