import type { ServerStack } from '../../server-stack.ts';

export const pythonRubyPhp: readonly ServerStack[] = [];
