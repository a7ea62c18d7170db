import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://docs.litellm.ai/docs/proxy/response_headers; its preflights are Starlette's.
  { certainty: 'sure', headers: { 'x-litellm-version': /^\d+\./ } },
  { certainty: 'sure', headers: { 'x-litellm-call-id': /^[0-9a-f-]{36}$/ } },
];
