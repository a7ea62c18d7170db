import type { Fingerprint } from '../fingerprint.ts';
import { SILENT, SPELLED } from '../shared/go-marks.ts';
import { NO_CORS } from '../shared/no-cors.ts';

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { ...SILENT, ...NO_CORS, vary: false, 'content-type': false },
    spelled: SPELLED,
    contentLength: () => 0,
  },
];
