import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://symfony.com/doc/current/profiler.html: only while developing. Else it sends what Laravel sends, too.
  { certainty: 'sure', headers: { 'x-debug-token': /./, 'x-debug-token-link': /./ } },
];
