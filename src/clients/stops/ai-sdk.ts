import { client } from '../libraries/ai-sdk.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@ai-sdk/anthropic` 3.0.140. Anthropic's API asks for its version. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://ai-sdk.dev/providers/ai-sdk-providers/anthropic',
  needed: 'anthropic-version',
  neededBy: 'anthropic.com',
  steps: (names) => [callOptions('createAnthropic()', ownFetch(names))],
};
