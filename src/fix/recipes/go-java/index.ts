import type { Recipe } from '../../recipe.ts';

export const goJava: readonly Recipe[] = [];
