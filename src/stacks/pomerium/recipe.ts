import type { Recipe } from '../recipe.ts';

export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://www.pomerium.com/docs/reference/routes/cors-preflight',
  restart: { type: 'server' },
  notes: ['noteBehindGateway'],
  steps: () => [
    {
      type: 'edit',
      file: 'config.yaml',
      place: 'gateway-route',
      language: 'yaml',
      code: 'cors_allow_preflight: true',
    },
  ],
};
