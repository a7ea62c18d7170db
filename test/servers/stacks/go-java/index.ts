import type { ServerStack } from '../../server-stack.ts';

export const goJava: readonly ServerStack[] = [];
