import { client } from '../libraries/openai.ts';
import { callOptions, inLangChain, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/**
 * Run against `openai` 4.104.0 to 7.59.0, and against `@langchain/openai` 1.6.0, where it stands within `configuration`: there, a
 * `null` in `defaultHeaders` does nothing.
 */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://github.com/openai/openai-node#customizing-the-fetch-client',
  steps: (names) => [callOptions('new OpenAI()', inLangChain(ownFetch(names)))],
};
