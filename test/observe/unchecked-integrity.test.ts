import { expect, test } from 'vitest';
import { mayBeUnchecked } from '../../src/observe/unchecked-integrity.ts';
import { entry, type Headers } from './sample-entry.ts';

const PAGE: Headers = { Origin: 'http://localhost:5174' };
const FROM_PAGE: Headers = { Referer: 'http://localhost:5174/' };
const CDN = 'https://cdn.example.test/a.js';

test.each([
  ['a script of another origin', entry(CDN, { type: 'script', asked: FROM_PAGE }), true],
  ['a stylesheet of another origin', entry(CDN, { type: 'stylesheet', asked: FROM_PAGE }), true],
  ['a script of a page that names itself to nobody', entry(CDN, { type: 'script' }), true],
  ['a script in CORS mode', entry(CDN, { type: 'script', asked: { ...FROM_PAGE, ...PAGE } }), false],
  [
    'a script of the page’s own',
    entry('http://localhost:5174/a.js', { type: 'script', asked: FROM_PAGE }),
    false,
  ],
  ['a script that is missing', entry(CDN, { type: 'script', asked: FROM_PAGE, status: 404 }), false],
  [
    'a script that ORB kept out',
    entry(CDN, { type: 'script', asked: FROM_PAGE, error: 'net::ERR_BLOCKED_BY_ORB' }),
    false,
  ],
  [
    'a script of a service worker',
    entry(CDN, { type: 'script', asked: FROM_PAGE, worker: 'network' }),
    false,
  ],
  ['an image', entry(CDN, { type: 'image', asked: FROM_PAGE }), false],
])('%s may have an integrity attribute that can’t be checked', (_, one, may) => {
  expect(mayBeUnchecked(one)).toBe(may);
});
