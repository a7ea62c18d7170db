import { client } from '../libraries/launchdarkly.ts';
import { callOptions } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `launchdarkly-js-client-sdk` 3.9.5. */
export const stop: Stop = {
  client,
  setting: 'sendLDHeaders',
  docs: 'https://launchdarkly.github.io/js-client-sdk/interfaces/LDOptions.html#sendLDHeaders',
  steps: () => [callOptions('LDClient.initialize()', 'sendLDHeaders: false,')],
};
