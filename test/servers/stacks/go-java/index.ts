import type { ServerStack } from '../../server-stack.ts';
import { go } from './go.ts';

export const goJava: readonly ServerStack[] = [go];
