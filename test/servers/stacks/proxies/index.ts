import type { ServerStack } from '../../server-stack.ts';
import { nginx } from './nginx.ts';

export const proxies: readonly ServerStack[] = [nginx];
