import type { Recipe } from '../../recipe.ts';

export const pythonRubyPhp: readonly Recipe[] = [];
