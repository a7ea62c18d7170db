import type { Recipe } from '../../recipe.ts';
import { caddy } from './caddy.ts';
import { nginx } from './nginx.ts';

export const proxies: readonly Recipe[] = [nginx, caddy];
