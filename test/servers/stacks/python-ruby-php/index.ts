import type { ServerStack } from '../../server-stack.ts';
import { aiohttp } from '../aiohttp/server.ts';
import { django, djangoRestFramework } from '../django/server.ts';
import { flask } from '../flask/server.ts';
import { php } from '../php/server.ts';
import { rails } from '../rails/server.ts';
import { fastapi, starlette } from '../starlette/server.ts';

export const pythonRubyPhp: readonly ServerStack[] = [
  fastapi,
  starlette,
  flask,
  django,
  djangoRestFramework,
  aiohttp,
  rails,
  php,
];
