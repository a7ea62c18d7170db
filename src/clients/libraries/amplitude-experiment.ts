import type { Client } from '../client.ts';

/**
 * As the source of `@amplitude/experiment-js-client` 1.23.1 has it.
 * @see https://unpkg.com/@amplitude/experiment-js-client@1.23.1/dist/experiment-browser.min.js
 */
export const client: Client = {
  name: 'Amplitude Experiment',
  headers: 'x-amp-exp-*',
};
