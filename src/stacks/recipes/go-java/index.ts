import type { Recipe } from '../../recipe.ts';
import { chi } from './chi.ts';
import { echo } from './echo.ts';
import { gin } from './gin.ts';
import { go } from './go.ts';
import { tomcat } from './tomcat.ts';

export const goJava: readonly Recipe[] = [go, gin, echo, chi, tomcat];
