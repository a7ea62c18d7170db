import type { Fingerprint } from '../fingerprint.ts';
import { ollama } from './ollama.ts';

export const goJava: readonly Fingerprint[] = [...ollama];
