import type { ServerStack } from '../../server-stack.ts';
import { apache } from '../apache/server.ts';
import { caddy } from '../caddy/server.ts';
import { haproxy } from '../haproxy/server.ts';
import { lighttpd } from '../lighttpd/server.ts';
import { nginx } from '../nginx/server.ts';

export const proxies: readonly ServerStack[] = [nginx, apache, caddy, haproxy, lighttpd];
