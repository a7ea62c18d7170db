import type { Recipe } from '../recipe.ts';
import { fetchHandlerCors } from '../shared/fetch-handler-cors.ts';

/** A function's answer carries the headers that the function sets, and no others. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.netlify.com/manage/routing/headers',
  restart: { type: 'command', command: 'netlify deploy --prod' },
  notes: ['noteNetlifyHeaders'],
  steps: (need) => [
    {
      type: 'edit',
      file: 'netlify/lib/cors.mjs',
      place: 'new-file',
      language: 'javascript',
      code: fetchHandlerCors(need),
    },
    {
      type: 'edit',
      file: 'netlify/functions/*.mjs',
      place: 'around-handler',
      language: 'javascript',
      code: `import { withCors } from '../lib/cors.mjs';

export default withCors(async (request, context) => handler(request, context));`,
    },
  ],
};
