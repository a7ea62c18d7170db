import { expect, test } from 'vitest';
import { toUnnamedRequest } from '../../src/observe/har-entry.ts';
import type { HarEntry } from '../../src/observe/har-shape.ts';

test('an entry becomes a request: its secrets cut, its headers apart, its innermost line of code', () => {
  const frame = (url: string) => ({
    scriptId: '7',
    functionName: 'load',
    url,
    lineNumber: 2,
    columnNumber: 4,
  });
  const one: HarEntry = {
    startedDateTime: '2026-11-28T11:00:00.000Z',
    time: 12,
    request: {
      method: 'GET',
      url: 'http://127.0.0.1:8000/a#part',
      headers: [{ name: 'Cookie', value: 'id=1' }],
    },
    response: { status: 302, redirectURL: '/b', headers: [{ name: 'Vary', value: 'Origin\nCookie' }] },
    _resourceType: 'fetch',
    _initiator: {
      type: 'script',
      stack: { callFrames: [frame('')], parent: { callFrames: [frame('http://localhost:1/a.js')] } },
    },
  };
  expect(toUnnamedRequest(one)).toEqual({
    url: 'http://127.0.0.1:8000/a',
    method: 'GET',
    resourceType: 'fetch',
    startedAt: Date.parse('2026-11-28T11:00:00.000Z'),
    endedAt: Date.parse('2026-11-28T11:00:00.012Z'),
    requestHeaders: [['Cookie', '…']],
    status: 302,
    responseHeaders: [
      ['Vary', 'Origin'],
      ['Vary', 'Cookie'],
    ],
    redirectUrl: 'http://127.0.0.1:8000/b',
    error: null,
    location: { url: 'http://localhost:1/a.js', line: 3, column: 5, functionName: 'load' },
  });
  expect(toUnnamedRequest({ ...one, request: { ...one.request, url: 'data:,a' } })).toBeNull();
  expect(toUnnamedRequest({ ...one, _initiator: 'parser' })?.location).toBeNull();
  expect(toUnnamedRequest({ ...one, response: { ...one.response, _error: '' } })?.error).toBe(
    'blocked:other',
  );
});

test.each([
  [201, null],
  [202, null],
  [200, null],
  [300, null],
  [304, null],
  [301, 'http://127.0.0.1:8000/items/7'],
  [302, 'http://127.0.0.1:8000/items/7'],
  [303, 'http://127.0.0.1:8000/items/7'],
  [307, 'http://127.0.0.1:8000/items/7'],
  [308, 'http://127.0.0.1:8000/items/7'],
])('a Location with %i redirects to %s', (status, redirectUrl) => {
  const one: HarEntry = {
    startedDateTime: '2026-11-28T11:00:00.000Z',
    time: 12,
    request: { method: 'POST', url: 'http://127.0.0.1:8000/items', headers: [] },
    response: { status, redirectURL: '/items/7', headers: [{ name: 'Location', value: '/items/7' }] },
    _resourceType: 'fetch',
  };
  expect(toUnnamedRequest(one)?.redirectUrl).toBe(redirectUrl);
});
