import { jsString } from '../../stacks/index.ts';
import { client } from '../libraries/meilisearch.ts';
import { callOptions } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `meilisearch` 0.62.0. */
export const stop: Stop = {
  client,
  setting: 'httpClient',
  docs: 'https://github.com/meilisearch/meilisearch-js',
  steps: (names) => [
    callOptions(
      'new Meilisearch()',
      `httpClient: async (url, init) => {
  const headers = new Headers(init?.headers);
  for (const name of [${names.map(jsString).join(', ')}]) headers.delete(name);
  const response = await fetch(url, { ...init, headers });
  const body = await response.json();
  if (!response.ok) throw body;
  return body;
},`,
    ),
  ],
};
