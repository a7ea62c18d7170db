import type { Recipe } from '../recipe.ts';
import { corsMiddlewareSteps } from '../shared/starlette-recipe.ts';

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://www.starlette.io/middleware/#corsmiddleware',
  restart: { type: 'server' },
  steps: (need) => corsMiddlewareSteps('starlette.middleware.cors', need),
};
