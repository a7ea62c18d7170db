import { expect, test } from 'vitest';
import { EarlierLoads } from '../../src/observe/earlier-loads.ts';
import { toEvents } from '../../src/observe/finished-request.ts';
import { toUnnamedRequest } from '../../src/observe/har-entry.ts';
import type { HarEntry } from '../../src/observe/har-shape.ts';
import { entry, type Headers } from './sample-entry.ts';

const IMAGE = 'https://cdn.example.test/a.png?size=2';
const PAGE: Headers = { Referer: 'http://localhost:5174/' };
const KEPT: Headers = { 'Cache-Control': 'public, max-age=600' };

const image = (answered: Headers, rest: Parameters<typeof entry>[1] = {}) =>
  entry(IMAGE, { type: 'image', asked: PAGE, answered, ...rest });
const FAILED = entry(IMAGE, { status: 0, error: 'net::ERR_FAILED', asked: PAGE });

function after(earlier: HarEntry, later: HarEntry) {
  const loads = new EarlierLoads();
  loads.note(earlier);
  const request = toUnnamedRequest(later);
  return request === null ? null : loads.withAnswer(request);
}

test.each<[what: string, earlier: HarEntry]>([
  ['a time to live', image(KEPT)],
  ['an end', image({ Expires: 'Fri, 31 Dec 2100 00:00:00 GMT' })],
  ['a date of the last change', image({ 'Last-Modified': 'Mon, 01 Jan 2024 00:00:00 GMT' })],
  ['other origins not mentioned', image({ ...KEPT, Vary: 'Accept-Encoding' })],
])('a call that failed without an answer has that of an earlier image with %s', (_, earlier) => {
  const found = after(earlier, FAILED);
  const startedAt = Date.parse('2026-11-29T06:00:00.000Z');
  expect(found).toMatchObject({ status: 200, earlierLoad: { resourceType: 'image', startedAt } });
  expect(found?.responseHeaders).toEqual(earlier.response.headers.map(({ name, value }) => [name, value]));
});

test.each<[what: string, earlier: HarEntry, later?: HarEntry]>([
  ['was never to be kept', image({ 'Cache-Control': 'no-store' })],
  ['is to be asked for anew', image({ 'Cache-Control': 'no-cache', ETag: '"a"' })],
  ['is not fresh', image({ 'Cache-Control': 'max-age=0' })],
  ['says nothing of its time', image({})],
  ['is for one origin', image({ ...KEPT, Vary: 'Accept, Origin' })],
  ['allows everybody', image({ ...KEPT, 'Access-Control-Allow-Origin': '*' })],
  ['came by CORS', image(KEPT, { asked: { ...PAGE, Origin: 'http://localhost:5174' } })],
  ['is an error', image(KEPT, { status: 404 })],
  ['failed', image(KEPT, { error: 'net::ERR_BLOCKED_BY_ORB' })],
  [
    'is of another URL',
    entry('https://cdn.example.test/a.png', { type: 'image', asked: PAGE, answered: KEPT }),
  ],
  ['belongs to a POST', image(KEPT), { ...FAILED, request: { ...FAILED.request, method: 'POST' } }],
  [
    'failed for another reason',
    image(KEPT),
    entry(IMAGE, { status: 0, error: 'net::ERR_CONNECTION_REFUSED' }),
  ],
  [
    'is of a request that was sent',
    image(KEPT),
    entry(IMAGE, { status: 0, error: 'net::ERR_FAILED', asked: { ...PAGE, 'Sec-Fetch-Mode': 'cors' } }),
  ],
])('what %s explains no later call', (_, earlier, later = FAILED) => {
  expect(after(earlier, later)).not.toHaveProperty('earlierLoad');
});

test('300 loads are remembered, the newest', () => {
  const loads = new EarlierLoads();
  const url = (index: number) => `https://cdn.example.test/${index}.png`;
  for (let index = 0; index < 1_000; index++)
    loads.note(entry(url(index), { type: 'image', asked: PAGE, answered: KEPT }));
  const known = Array.from({ length: 1_000 }, (_, index) => {
    const request = toUnnamedRequest(entry(url(index), { status: 0, error: 'net::ERR_FAILED', asked: PAGE }));
    return request !== null && loads.withAnswer(request).earlierLoad !== undefined;
  });
  expect([known.indexOf(true), known.filter((is) => is).length]).toEqual([700, 300]);
});

test('nothing was sent by a call that has its answer of an earlier load', () => {
  const found = after(image(KEPT), FAILED);
  if (found === null) throw new Error('There is no request.');
  const phases = toEvents({ ...found, requestId: '1' }, 1, null).map(({ step }) => step.phase);
  expect(phases).toEqual(['before-request', 'headers-received', 'error']);
});
