import type { Fingerprint } from '../fingerprint.ts';
import { ANY_VALUE } from '../shared/any-value.ts';
import { PLAIN_TYPE } from '../shared/python-marks.ts';

const AIOHTTP = /^Python\/\S+ aiohttp\//;

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { server: AIOHTTP, allow: ANY_VALUE, 'access-control-allow-origin': false },
  },
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [403],
    headers: { server: AIOHTTP, 'content-type': PLAIN_TYPE, 'access-control-allow-origin': false },
  },
  { certainty: 'sure', headers: { server: AIOHTTP } },
];
