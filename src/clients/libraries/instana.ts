import type { Client } from '../client.ts';

/**
 * As its source has it.
 * @see https://github.com/instana/weasel
 */
export const client: Client = {
  name: 'Instana',
  headers: 'x-instana-*',
};
