import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // A webhook: https://github.com/n8n-io/n8n/blob/master/packages/cli/src/webhooks/webhook-request-handler.ts
  {
    certainty: 'sure',
    to: 'preflight',
    status: [204],
    url: /\/webhook(?:-test|-waiting)?\//,
    headers: {
      'access-control-allow-methods': /^OPTIONS, [A-Z]+(?:, [A-Z]+)*$/,
      'access-control-allow-origin': /./,
      'access-control-max-age': /^300$/,
    },
  },
];
