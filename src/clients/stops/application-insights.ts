import { jsString } from '../../stacks/index.ts';
import { client } from '../libraries/application-insights.ts';
import { callOptions } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@microsoft/applicationinsights-web` 3.4.4, for a host with a port and without one. */
export const stop: Stop = {
  client,
  setting: 'correlationHeaderExcludedDomains',
  docs: 'https://learn.microsoft.com/azure/azure-monitor/app/javascript-sdk-configuration',
  steps: (_names, host) => [
    callOptions(
      'new ApplicationInsights({ config })',
      `correlationHeaderExcludedDomains: [${jsString(host)}],`,
    ),
  ],
};
