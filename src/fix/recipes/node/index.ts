import type { Recipe } from '../../recipe.ts';

export const node: readonly Recipe[] = [];
