import type { Client } from './client.ts';
import { callOptions, ownOriginOnly } from './shared-steps.ts';

export const sentry: Client = {
  name: 'Sentry',
  headers: /^(?:sentry-trace|baggage|traceparent)$/,
  mark: /^sentry-trace$/,
  commonNames: ['baggage', 'sentry-trace'],
  credentials: null,
  setting: 'tracePropagationTargets',
  docs: 'https://docs.sentry.io/platforms/javascript/tracing/distributed-tracing/dealing-with-cors-issues/',
  stopSending: () => [
    callOptions('Sentry.init()', ownOriginOnly('tracePropagationTargets: [/^\\/(?!\\/)/],')),
  ],
};
