import type { Recipe } from '../recipe.ts';
import { djangoSteps } from '../shared/django-recipe.ts';

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://github.com/adamchainz/django-cors-headers#setup',
  restart: { type: 'server' },
  steps: djangoSteps,
};
