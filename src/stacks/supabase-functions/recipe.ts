import type { Recipe } from '../recipe.ts';
import { fetchHandlerCors } from '../shared/fetch-handler-cors.ts';

export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://supabase.com/docs/guides/functions/cors',
  restart: { type: 'command', command: 'supabase functions deploy' },
  steps: (need) => {
    const [, name = 'hello-world'] = /^\/functions\/v1\/([\w-]+)/.exec(new URL(need.url).pathname) ?? [];
    const index = `supabase/functions/${name}/index.ts`;
    return [
      {
        type: 'edit',
        file: 'supabase/functions/_shared/cors.js',
        place: 'new-file',
        language: 'javascript',
        code: `${fetchHandlerCors(need)}

/** Like Deno.serve, with CORS. */
export function serveWithCors(...args) {
  return Deno.serve(...args.map((arg) => (typeof arg === 'function' ? withCors(arg) : arg)));
}`,
      },
      {
        type: 'edit',
        file: index,
        place: 'top',
        language: 'typescript',
        code: "import { serveWithCors } from '../_shared/cors.js';",
      },
      {
        type: 'edit',
        file: index,
        place: 'in-place-of-serve',
        language: 'typescript',
        code: 'serveWithCors',
      },
    ];
  },
};
