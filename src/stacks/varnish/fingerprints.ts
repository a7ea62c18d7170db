import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    own: true,
    headers: { server: /^Varnish$/, 'x-varnish': /^\d/, 'content-type': /^text\/html; charset=utf-8$/ },
  },
  { certainty: 'sure', headers: { 'x-varnish': /^\d/, via: /\bvarnish\b/i } },
];
