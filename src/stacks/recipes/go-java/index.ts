import { chi } from '../../chi/recipe.ts';
import { echo } from '../../echo/recipe.ts';
import { gin } from '../../gin/recipe.ts';
import { go } from '../../go/recipe.ts';
import type { Recipe } from '../../recipe.ts';
import { tomcat } from '../../tomcat/recipe.ts';

export const goJava: readonly Recipe[] = [go, gin, echo, chi, tomcat];
