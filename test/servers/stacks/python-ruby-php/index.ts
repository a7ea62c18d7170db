import type { ServerStack } from '../../server-stack.ts';
import { aiohttp } from './aiohttp.ts';
import { django, djangoRestFramework } from './django.ts';
import { flask } from './flask.ts';
import { php } from './php.ts';
import { rails } from './rails.ts';
import { fastapi, starlette } from './starlette.ts';

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
