import type { Recipe } from '../recipe.ts';

/** All or nothing: there is no list of origins. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://jan.ai/docs/local-api',
  restart: null,
  notes: ['noteJanAllowsAll'],
  steps: () => [
    {
      type: 'edit',
      file: 'Settings › Local API Server',
      place: 'form',
      language: 'text',
      code: 'Cross-Origin Resource Sharing (CORS): On',
    },
  ],
};
