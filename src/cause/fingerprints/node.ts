import type { Fingerprint } from '../fingerprint.ts';

export const node: readonly Fingerprint[] = [];
