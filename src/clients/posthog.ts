import type { Client } from './client.ts';
import { callOptions } from './shared-steps.ts';

export const posthog: Client = {
  name: 'PostHog',
  headers: /^x-posthog-(?:distinct|session|window)-id$/,
  credentials: null,
  setting: 'tracing_headers',
  docs: 'https://posthog.com/docs/llm-analytics/link-session-replay',
  stopSending: () => [
    callOptions(
      'posthog.init()',
      '// List here only hosts that allow these headers. Older versions: __add_tracing_headers.\ntracing_headers: [],',
    ),
  ],
};
