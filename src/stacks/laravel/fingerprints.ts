import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://laravel.com/docs/session
  {
    certainty: 'likely',
    headers: { 'x-powered-by': /^PHP\//, 'cache-control': /^no-cache, private$/ },
  },
];
