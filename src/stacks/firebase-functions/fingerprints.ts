import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://firebase.google.com/docs/functions/http-events. Other Cloud Functions have such hosts, too.
  {
    certainty: 'likely',
    url: /^https:\/\/[a-z0-9]+-[a-z0-9-]+\.cloudfunctions\.net\//,
    headers: {},
  },
  { certainty: 'likely', headers: { 'function-execution-id': /./, server: /^Google Frontend$/ } },
];
