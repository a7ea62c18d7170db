import type { Recipe } from '../../recipe.ts';

export const proxies: readonly Recipe[] = [];
