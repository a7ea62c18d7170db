import { client } from '../libraries/sentry.ts';
import { callOptions, ownOriginOnly } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@sentry/browser` 11.12.0. */
export const stop: Stop = {
  client,
  setting: 'tracePropagationTargets',
  docs: 'https://docs.sentry.io/platforms/javascript/tracing/distributed-tracing/dealing-with-cors-issues/',
  steps: () => [callOptions('Sentry.init()', ownOriginOnly('tracePropagationTargets: [/^\\/(?!\\/)/],'))],
};
