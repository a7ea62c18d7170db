import type { ServerStack } from '../../server-stack.ts';
import { fastapi, starlette } from './starlette.ts';

export const pythonRubyPhp: readonly ServerStack[] = [fastapi, starlette];
