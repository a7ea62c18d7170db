import type { Client } from '../client.ts';

/**
 * As the source of `@openrouter/sdk` 1.3.19 has it.
 * Pages set them as default headers of a client, too.
 * @see https://openrouter.ai/docs/app-attribution
 */
export const client: Client = {
  name: 'OpenRouter',
  headers: 'http-referer x-title x-openrouter-*',
};
