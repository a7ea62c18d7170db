import type { Recipe } from '../recipe.ts';

/** Preflights to these paths get past the login. Its answer to the call has no CORS headers: the call needs a bypass. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://vercel.com/docs/deployment-protection/methods-to-bypass-deployment-protection/options-allowlist',
  restart: { type: 'none' },
  notes: ['noteBehindGateway'],
  steps: ({ url }) => [
    {
      type: 'edit',
      file: 'Vercel › Project › Settings › Deployment Protection › OPTIONS Allowlist',
      place: 'form',
      language: 'text',
      code: new URL(url).pathname,
    },
  ],
};
