import { jsString } from '../stacks/index.ts';
import type { Client } from './client.ts';
import { callOptions } from './shared-steps.ts';

export const applicationInsights: Client = {
  name: 'Application Insights',
  headers: /^(?:request-id|request-context|x-ms-request-(?:root-)?id|traceparent|tracestate)$/,
  mark: /^(?:request-id|request-context|x-ms-request-(?:root-)?id)$/,
  credentials: null,
  setting: 'correlationHeaderExcludedDomains',
  docs: 'https://learn.microsoft.com/azure/azure-monitor/app/javascript-sdk-configuration',
  stopSending: (_names, host) => [
    callOptions(
      'new ApplicationInsights({ config })',
      `correlationHeaderExcludedDomains: [${jsString(host)}],`,
    ),
  ],
};
