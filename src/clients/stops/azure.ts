import { jsString } from '../../stacks/index.ts';
import { client } from '../libraries/azure.ts';
import { edit } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@azure/storage-blob` 12.32.0 and 12.34.0. */
export const stop: Stop = {
  client,
  setting: 'newPipeline',
  docs: 'https://learn.microsoft.com/javascript/api/@azure/storage-blob/pipeline',
  stops: 'x-ms-useragent x-ms-client-request-id',
  steps: (names) => [
    edit(
      '@azure/storage-blob',
      'after-setup',
      `const pipeline = newPipeline(credential);
pipeline.factories.push({
  create: (next) => ({
    sendRequest: (request) => {
      for (const name of [${names.map(jsString).join(', ')}]) request.headers.remove(name);
      return next.sendRequest(request);
    },
  }),
});
const service = new BlobServiceClient(url, pipeline);`,
    ),
  ],
};
