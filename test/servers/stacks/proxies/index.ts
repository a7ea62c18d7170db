import type { ServerStack } from '../../server-stack.ts';

export const proxies: readonly ServerStack[] = [];
