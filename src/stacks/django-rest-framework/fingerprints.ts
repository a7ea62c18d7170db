import type { Fingerprint } from '../fingerprint.ts';
import { ANY, JSON_TYPE } from '../shared/python-marks.ts';

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: {
      'x-frame-options': ANY,
      'x-content-type-options': ANY,
      allow: /\bOPTIONS\b/,
      vary: /^Accept(?:, Cookie)?$/,
      'content-type': JSON_TYPE,
    },
  },
  {
    certainty: 'sure',
    headers: {
      'x-frame-options': ANY,
      'x-content-type-options': ANY,
      allow: /\bOPTIONS\b/,
      vary: /^Accept(?:,|$)/,
    },
  },
];
