import type { Recipe } from '../recipe.ts';
import { djangoSteps } from '../shared/django-recipe.ts';

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://www.django-rest-framework.org/topics/ajax-csrf-cors/#cors',
  restart: { type: 'server' },
  steps: djangoSteps,
};
