import type { Recipe } from '../../recipe.ts';
import { go } from './go.ts';

export const goJava: readonly Recipe[] = [go];
