import type { Recipe } from '../../recipe.ts';
import { fastapi, starlette } from './starlette.ts';

export const pythonRubyPhp: readonly Recipe[] = [fastapi, starlette];
