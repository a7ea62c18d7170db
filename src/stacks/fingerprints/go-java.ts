import type { Fingerprint } from '../recognise.ts';
import { chi } from './chi.ts';
import { echo } from './echo.ts';
import { gin } from './gin.ts';
import { go } from './go.ts';
import { ollama } from './ollama.ts';
import { tomcat } from './tomcat.ts';

export const goJava: readonly Fingerprint[] = [...ollama, ...gin, ...echo, ...chi, ...go, ...tomcat];
