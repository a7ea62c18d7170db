import type { Recipe } from '../../recipe.ts';

export const documented: readonly Recipe[] = [];
