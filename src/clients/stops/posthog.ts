import { client } from '../libraries/posthog.ts';
import { callOptions } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `posthog-js` 1.449.2. */
export const stop: Stop = {
  client,
  setting: 'tracing_headers',
  docs: 'https://posthog.com/docs/llm-analytics/link-session-replay',
  steps: () => [
    callOptions(
      'posthog.init()',
      '// List here only hosts that allow these headers. Older versions: __add_tracing_headers.\ntracing_headers: [],',
    ),
  ],
};
