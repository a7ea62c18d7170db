import { jsString } from '../../stacks/index.ts';
import { client } from '../libraries/mistral.ts';
import { callOptions } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@mistralai/mistralai` 2.7.0. */
export const stop: Stop = {
  client,
  setting: 'httpClient',
  docs: 'https://github.com/mistralai/client-ts#custom-http-client',
  steps: (names) => [
    callOptions(
      'new Mistral()',
      `// import { HTTPClient } from '@mistralai/mistralai';
httpClient: new HTTPClient({
  fetcher: (input, init) => {
    const request = new Request(input, init);
    for (const name of [${names.map(jsString).join(', ')}]) request.headers.delete(name);
    return fetch(request);
  },
}),`,
    ),
  ],
};
