import type { ServerStack } from '../../server-stack.ts';
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { nginx } from './nginx.ts';

export const proxies: readonly ServerStack[] = [nginx, apache, caddy];
