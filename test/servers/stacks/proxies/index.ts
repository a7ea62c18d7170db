import type { ServerStack } from '../../server-stack.ts';
import { caddy } from './caddy.ts';
import { nginx } from './nginx.ts';

export const proxies: readonly ServerStack[] = [nginx, caddy];
