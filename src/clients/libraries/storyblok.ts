import type { Client } from '../client.ts';

/**
 * As the source of `storyblok-js-client` 6.0.0 has it.
 * @see https://github.com/storyblok/storyblok-js-client
 */
export const client: Client = {
  name: 'Storyblok',
  headers: 'sb-agent sb-agent-version',
};
