import type { ServerStack } from '../../server-stack.ts';
import { flask } from './flask.ts';
import { fastapi, starlette } from './starlette.ts';

export const pythonRubyPhp: readonly ServerStack[] = [fastapi, starlette, flask];
