import type { ServerStack } from '../../server-stack.ts';

export const node: readonly ServerStack[] = [];
