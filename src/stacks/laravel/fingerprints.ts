import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // What Symfony's responses have, and the limit of https://laravel.com/docs/routing#rate-limiting.
  {
    certainty: 'likely',
    headers: {
      'x-powered-by': /^PHP\//,
      'cache-control': /^no-cache, private$/,
      'x-ratelimit-limit': /^\d+$/,
      'x-ratelimit-remaining': /^\d+$/,
    },
  },
];
