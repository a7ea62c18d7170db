import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://vercel.com/docs/deployment-protection: its login page, with the cookie that comes with it. An answer, whole:
  // https://github.com/vm0-ai/vm0/issues/13612
  {
    certainty: 'sure',
    own: true,
    status: [401],
    headers: {
      server: /^Vercel$/,
      'content-type': /^text\/html; charset=utf-8$/,
      'cache-control': /^no-store, max-age=0$/,
      'set-cookie': /./,
    },
  },
];
