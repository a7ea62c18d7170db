import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://learn.microsoft.com/azure/app-service/overview: its own hosts; Azure Functions have them, too.
  { certainty: 'sure', url: /^https?:\/\/[a-z0-9.-]+\.azurewebsites\.net\//, headers: {} },
];
