import type { FinishedRequest } from '../../src/observe/finished-request.ts';

/** A GET that ended well, as DevTools reports it. */
export function sampleFinished(changes: Partial<FinishedRequest> = {}): FinishedRequest {
  return {
    requestId: 'devtools-1',
    url: 'http://127.0.0.1:8000/',
    method: 'GET',
    resourceType: 'fetch',
    startedAt: 1,
    endedAt: 2,
    requestHeaders: [],
    status: 200,
    responseHeaders: [],
    redirectUrl: null,
    error: null,
    location: null,
    ...changes,
  };
}
