import type { Recipe } from '../recipe.ts';
import { fetchHandlerCors } from '../shared/fetch-handler-cors.ts';

export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://developers.cloudflare.com/workers/examples/cors-header-proxy/',
  restart: { type: 'command', command: 'npx wrangler deploy' },
  steps: (need) => [
    {
      type: 'edit',
      file: 'src/with-cors.js',
      place: 'new-file',
      language: 'javascript',
      code: `import worker from './index';
export * from './index';

${fetchHandlerCors(need)}

export default { ...worker, fetch: withCors((...args) => worker.fetch(...args)) };`,
    },
    {
      type: 'edit',
      file: 'wrangler.jsonc',
      place: 'main-entry',
      language: 'json',
      code: '"main": "src/with-cors.js",',
    },
  ],
};
