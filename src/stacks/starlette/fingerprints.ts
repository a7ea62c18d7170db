import type { Fingerprint } from '../fingerprint.ts';
import { ANY_VALUE } from '../shared/any-value.ts';
import { PLAIN_TYPE, UVICORN } from '../shared/python-marks.ts';

/**
 * Starlette is recognised by its own answers alone. Answers of CORSMiddleware count as FastAPI's, which has the same
 * middleware and is more frequent.
 */
export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { server: UVICORN, allow: ANY_VALUE, 'content-type': PLAIN_TYPE },
    contentLength: () => 'Method Not Allowed'.length,
  },
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { server: UVICORN, 'content-type': PLAIN_TYPE },
    contentLength: () => 'Not Found'.length,
  },
  {
    certainty: 'likely',
    status: [404, 500],
    headers: { server: UVICORN, 'content-type': PLAIN_TYPE, 'content-length': /^(?:9|21)$/ },
  },
];
