import { aiohttp } from '../../aiohttp/recipe.ts';
import { flask } from '../../flask/recipe.ts';
import { php } from '../../php/recipe.ts';
import { rails } from '../../rails/recipe.ts';
import type { Recipe } from '../../recipe.ts';
import { django, djangoRestFramework } from '../../shared/django-recipe.ts';
import { fastapi, starlette } from '../../shared/starlette-recipe.ts';

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
