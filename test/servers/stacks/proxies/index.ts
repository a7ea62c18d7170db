import type { ServerStack } from '../../server-stack.ts';
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { haproxy } from './haproxy.ts';
import { lighttpd } from './lighttpd.ts';
import { nginx } from './nginx.ts';

export const proxies: readonly ServerStack[] = [nginx, apache, caddy, haproxy, lighttpd];
