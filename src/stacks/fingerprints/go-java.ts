import { chi } from '../chi/fingerprints.ts';
import { echo } from '../echo/fingerprints.ts';
import { gin } from '../gin/fingerprints.ts';
import { go } from '../go/fingerprints.ts';
import { ollama } from '../ollama/fingerprints.ts';
import type { Fingerprint } from '../recognise.ts';
import { tomcat } from '../tomcat/fingerprints.ts';

export const goJava: readonly Fingerprint[] = [...ollama, ...gin, ...echo, ...chi, ...go, ...tomcat];
