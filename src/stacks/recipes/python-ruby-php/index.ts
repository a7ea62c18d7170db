import type { Recipe } from '../../recipe.ts';
import { aiohttp } from './aiohttp.ts';
import { django, djangoRestFramework } from './django.ts';
import { flask } from './flask.ts';
import { php } from './php.ts';
import { rails } from './rails.ts';
import { fastapi, starlette } from './starlette.ts';

export const pythonRubyPhp: readonly Recipe[] = [
  fastapi,
  starlette,
  flask,
  django,
  djangoRestFramework,
  aiohttp,
  rails,
  php,
];
