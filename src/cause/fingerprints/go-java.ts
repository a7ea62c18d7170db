import type { Fingerprint } from '../fingerprint.ts';

export const goJava: readonly Fingerprint[] = [];
