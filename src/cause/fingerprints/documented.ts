import type { Fingerprint } from '../fingerprint.ts';

export const documented: readonly Fingerprint[] = [];
