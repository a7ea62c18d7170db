import type { Recipe } from '../recipe.ts';
import { TRAEFIK } from '../shared/traefik-recipe.ts';

export const recipe: Recipe = {
  ...TRAEFIK,
  docs: 'https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/',
};
