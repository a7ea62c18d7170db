import type { Recipe } from '../../recipe.ts';
import { ollama } from './ollama.ts';

export const documented: readonly Recipe[] = [ollama];
