import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://fly.io/docs/networking/request-headers/; an answer by way of its proxy, whole:
  // https://github.com/fly-apps/useless-machines
  {
    certainty: 'sure',
    headers: { server: /^Fly\/[0-9a-f]+ \(\d{4}-\d\d-\d\d\)$/, 'fly-request-id': /^[0-9A-Z]+-[a-z]{3}$/ },
  },
  { certainty: 'sure', headers: { 'fly-request-id': /^[0-9A-Z]{26}-[a-z]{3}$/, via: /\bfly\.io\b/ } },
];
