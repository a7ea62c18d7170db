import type { Recipe } from '../recipe.ts';
import { corsMiddlewareSteps } from '../shared/starlette-recipe.ts';

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://fastapi.tiangolo.com/tutorial/cors/',
  restart: { type: 'server' },
  steps: (need) => corsMiddlewareSteps('fastapi.middleware.cors', need),
};
