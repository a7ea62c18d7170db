import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://docs.github.com/en/codespaces/developing-in-a-codespace/forwarding-ports-in-your-codespace
  { certainty: 'sure', url: /^https:\/\/[a-z0-9-]+-\d+\.(?:preview\.)?app\.github\.dev\//, headers: {} },
];
