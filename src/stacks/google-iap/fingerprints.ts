import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://cloud.google.com/iap/docs/query-parameters-and-headers-howto
  { certainty: 'sure', headers: { 'x-goog-iap-generated-response': /^true$/i } },
];
