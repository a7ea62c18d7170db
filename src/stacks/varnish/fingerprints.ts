import type { Fingerprint } from '../recognise.ts';

export const varnish: readonly Fingerprint[] = [
  {
    stack: 'varnish',
    certainty: 'sure',
    own: true,
    headers: { server: /^Varnish$/, 'x-varnish': /^\d/, 'content-type': /^text\/html; charset=utf-8$/ },
  },
  { stack: 'varnish', certainty: 'sure', headers: { 'x-varnish': /^\d/, via: /\bvarnish\b/i } },
];
