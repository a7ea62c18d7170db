import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://ngrok.com/docs/errors/reference: its own errors, and the page that warns of phishing.
  { certainty: 'sure', own: true, headers: { 'ngrok-error-code': /^ERR_NGROK_\d+$/ } },
  // https://ngrok.com/docs/universal-gateway/domains
  {
    certainty: 'sure',
    url: /^https?:\/\/[a-z0-9.-]+\.(?:ngrok\.(?:app|dev|io)|ngrok-free\.(?:app|dev))(?::\d+)?\//,
    headers: {},
  },
];
