import type { Fingerprint } from '../fingerprint.ts';

export const pythonRubyPhp: readonly Fingerprint[] = [];
