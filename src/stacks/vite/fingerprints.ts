import type { Fingerprint } from '../fingerprint.ts';
import { UNNAMED } from '../shared/node-marks.ts';

export const fingerprints: readonly Fingerprint[] = [
  // The package `cors` with its defaults except for the origin, and no X-Powered-By, which Express would send.
  {
    certainty: 'likely',
    cors: 'refused',
    to: 'preflight',
    status: [204],
    // Its ports, of which it takes the next one that is free: another server with `cors` may answer the same.
    url: /^https?:\/\/[^/]+:(?:517\d|417\d)\//,
    headers: {
      'access-control-allow-origin': false,
      'access-control-allow-methods': /^GET,HEAD,PUT,PATCH,POST,DELETE$/,
      vary: /^Origin, Access-Control-Request-Headers$/,
      ...UNNAMED,
    },
  },
];
