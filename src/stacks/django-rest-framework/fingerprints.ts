import type { Fingerprint } from '../fingerprint.ts';
import { ANY_VALUE } from '../shared/any-value.ts';
import { JSON_TYPE } from '../shared/python-marks.ts';

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: {
      'x-frame-options': ANY_VALUE,
      'x-content-type-options': ANY_VALUE,
      allow: /\bOPTIONS\b/,
      vary: /^Accept(?:, Cookie)?$/,
      'content-type': JSON_TYPE,
    },
  },
  {
    certainty: 'sure',
    headers: {
      'x-frame-options': ANY_VALUE,
      'x-content-type-options': ANY_VALUE,
      allow: /\bOPTIONS\b/,
      vary: /^Accept(?:,|$)/,
    },
  },
];
