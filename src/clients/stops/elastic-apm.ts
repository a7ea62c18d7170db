import { client } from '../libraries/elastic-apm.ts';
import type { Stop } from '../stop.ts';

/** Run against `@elastic/apm-rum` 5.17.5. */
export const stop: Stop = {
  client,
  setting: 'distributedTracingOrigins',
  docs: 'https://www.elastic.co/docs/reference/apm/agents/rum-js/configuration',
  steps: () => [],
};
