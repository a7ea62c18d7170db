import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://docs.netlify.com/resources/checklists/: every answer has an id of the request, by which support finds it.
  { certainty: 'sure', headers: { 'x-nf-request-id': /^[0-9A-Z]{26}$/ } },
  { certainty: 'sure', headers: { server: /^Netlify$/ } },
];
