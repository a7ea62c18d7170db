import type { Fingerprint } from '../fingerprint.ts';

/** Its port, or its host at Nabu Casa, and its paths: many send these headers. */
const API = /^(?:http:\/\/[^/]+:8123|https:\/\/[a-z0-9]+\.ui\.nabu\.casa)\/(?:api|auth)\//;
const HEADERS = { 'referrer-policy': /^no-referrer$/, 'x-content-type-options': /^nosniff$/ } as const;

export const fingerprints: readonly Fingerprint[] = [
  // https://github.com/home-assistant/core/blob/dev/homeassistant/components/http/headers.py
  { certainty: 'sure', url: API, headers: HEADERS },
];
