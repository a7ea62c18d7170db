import type { Recipe } from '../../recipe.ts';
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { haproxy } from './haproxy.ts';
import { lighttpd } from './lighttpd.ts';
import { nginx } from './nginx.ts';

export const proxies: readonly Recipe[] = [nginx, apache, caddy, haproxy, lighttpd];
