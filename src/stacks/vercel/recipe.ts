import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { fetchHandlerCors } from '../shared/fetch-handler-cors.ts';

/**
 * What stands in vercel.json is added to the function's answer, whose status stays: the function has to answer OPTIONS.
 * @see https://vercel.com/docs/project-configuration#headers
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://vercel.com/kb/guide/how-to-enable-cors',
  restart: { type: 'command', command: 'vercel deploy' },
  notes: ['noteVercelOneOfTwo'],
  steps: functionSteps,
  variants: (need) => [
    {
      label: 'Vercel Function',
      steps: functionSteps(need),
      restart: { type: 'command', command: 'vercel deploy' },
    },
    {
      label: 'vercel.json',
      steps: [vercelJson(need)],
      restart: { type: 'command', command: 'vercel deploy' },
    },
  ],
};

function functionSteps(need: ServerNeed): readonly RecipeStep[] {
  return [
    {
      type: 'edit',
      file: 'lib/cors.js',
      place: 'new-file',
      language: 'javascript',
      code: fetchHandlerCors(need),
    },
    {
      type: 'edit',
      file: 'api/*.js',
      place: 'around-handler',
      language: 'javascript',
      code: `import { withCors } from '../lib/cors.js';

export default { fetch: withCors((request) => handler(request)) };`,
    },
  ];
}

/** One entry per origin: `has` takes the request header's value for a pattern. */
function vercelJson({ origins, methods, headers, credentials, exposed }: ServerNeed): RecipeStep {
  const header = (key: string, value: string) => ({ key, value });
  const list = (key: string, values: readonly string[]) =>
    values.length === 0 ? [] : [header(`Access-Control-${key}`, values.join(', '))];
  const entries = origins.map((origin) => ({
    source: '/(.*)',
    has: [{ type: 'header', key: 'origin', value: origin.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') }],
    headers: [
      header('Access-Control-Allow-Origin', origin),
      ...(credentials ? [header('Access-Control-Allow-Credentials', 'true')] : []),
      ...list('Allow-Methods', methods),
      ...list('Allow-Headers', headers),
      ...list('Expose-Headers', exposed),
    ],
  }));
  const always = { source: '/(.*)', headers: [header('Vary', 'Origin')] };
  const code = JSON.stringify({ headers: [always, ...entries] }, null, 2);
  return { type: 'edit', file: 'vercel.json', place: 'new-file', language: 'json', code };
}
