import { apache } from '../../apache/recipe.ts';
import { caddy } from '../../caddy/recipe.ts';
import { haproxy } from '../../haproxy/recipe.ts';
import { lighttpd } from '../../lighttpd/recipe.ts';
import { nginx } from '../../nginx/recipe.ts';
import type { Recipe } from '../../recipe.ts';

export const proxies: readonly Recipe[] = [nginx, apache, caddy, haproxy, lighttpd];
