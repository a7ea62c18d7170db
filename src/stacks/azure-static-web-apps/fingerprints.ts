import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://learn.microsoft.com/azure/static-web-apps/overview: its own hosts.
  { certainty: 'sure', url: /^https:\/\/[a-z0-9.-]+\.azurestaticapps\.net\//, headers: {} },
];
