import { client } from '../libraries/llama-stack.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `llama-stack-client` 0.7.3. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://github.com/llamastack/llama-stack-client-typescript#customizing-the-fetch-client',
  steps: (names) => [callOptions('new LlamaStackClient()', ownFetch(names))],
};
