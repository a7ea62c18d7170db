import type { Fingerprint } from '../fingerprint.ts';

export const proxies: readonly Fingerprint[] = [];
