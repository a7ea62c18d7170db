import { expect, test } from 'vitest';
import { readFinishedRequest } from '../../src/commands/finished-request.ts';
import type { FinishedRequest } from '../../src/observe/finished-request.ts';

const finished: FinishedRequest = {
  requestId: 'devtools-1',
  url: 'http://127.0.0.1:11434/',
  method: 'GET',
  resourceType: 'fetch',
  startedAt: 5,
  endedAt: 6,
  requestHeaders: [['Origin', 'http://localhost:5173']],
  status: 302,
  responseHeaders: [],
  redirectUrl: 'http://127.0.0.1:11434/login',
  error: null,
  location: { url: '', line: 3, column: 1, functionName: '' },
};

test('a finished request is read as it was sent, without what else comes with it', () => {
  expect(readFinishedRequest({ ...finished, password: 'secret' })).toEqual(finished);
  const bare = { ...finished, redirectUrl: null, location: null, error: 'net::ERR_FAILED', status: 0 };
  expect(readFinishedRequest(bare)).toEqual(bare);
});

test.each<[keyof FinishedRequest, unknown]>([
  ['requestId', ''],
  ['url', 'file:///etc/passwd'],
  ['url', 'not a url'],
  ['method', 1],
  ['resourceType', null],
  ['startedAt', null],
  ['endedAt', Number.NaN],
  ['endedAt', -1],
  ['requestHeaders', [['Origin']]],
  ['responseHeaders', [['a', 1]]],
  ['responseHeaders', undefined],
  ['status', '200'],
  ['redirectUrl', ''],
  ['error', undefined],
  ['location', { url: '', line: 3 }],
])('one whose %s is %j is refused by that name', (field, value) => {
  expect(readFinishedRequest({ ...finished, [field]: value })).toEqual({
    wrongField: field,
    error: expect.stringContaining(field),
  });
});
