import type { Recipe } from '../../recipe.ts';
import { nginx } from './nginx.ts';

export const proxies: readonly Recipe[] = [nginx];
