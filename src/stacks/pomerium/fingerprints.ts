import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://www.pomerium.com/docs/internals/
  {
    certainty: 'sure',
    status: [302, 303, 307],
    headers: { location: /\/\.pomerium\/(?:sign_in|callback)\b/ },
  },
  { certainty: 'sure', headers: { 'x-pomerium-intercepted-response': /^true$/ } },
];
