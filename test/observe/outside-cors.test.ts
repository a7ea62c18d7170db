import { describe, expect, test } from 'vitest';
import { toOutsideRequest } from '../../src/observe/har-entry.ts';
import type { HarEntry } from '../../src/observe/har-shape.ts';
import { entry, type Headers } from './sample-entry.ts';

const API = 'http://127.0.0.1:8000/orders';
const NO_CORS: Headers = {
  'Sec-Fetch-Mode': 'no-cors',
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Dest': 'empty',
};
const JSON_TYPE: Headers = { 'Content-Type': 'application/json' };
const SOCKET = 'ws://127.0.0.1:8000/live';
const PAGE: Headers = { Origin: 'http://localhost:5174' };

const KEPT_OUT = 'net::ERR_BLOCKED_BY_RESPONSE';

const OUTSIDE: readonly (readonly [what: string, entry: HarEntry, type: string])[] = [
  ['a no-cors call', entry(API, { asked: NO_CORS, answered: JSON_TYPE }), 'no-cors'],
  [
    'a no-cors call to a host to which Chrome names no mode',
    entry('http://api.example.test/a', { asked: { Referer: 'http://localhost:5174/' }, answered: JSON_TYPE }),
    'no-cors',
  ],
  ['an error without a body', entry(API, { asked: NO_CORS, status: 503, size: 0 }), 'no-cors'],
  [
    'a no-cors call whose answer the script left unread',
    entry(API, { asked: NO_CORS, answered: JSON_TYPE, error: 'net::ERR_ABORTED' }),
    'no-cors',
  ],
  [
    'a no-cors POST whose answer Chrome emptied, of which DevTools tells the status alone',
    entry(API, {
      method: 'POST',
      asked: { Referer: 'http://localhost:5174/' },
      error: 'net::ERR_ABORTED',
      size: 0,
    }),
    'no-cors',
  ],
  [
    'one that it emptied before the script could leave it unread',
    entry(API, { asked: NO_CORS, size: 0 }),
    'no-cors',
  ],
  [
    'a no-cors call to nobody',
    entry(API, { asked: NO_CORS, status: 0, error: 'net::ERR_CONNECTION_REFUSED' }),
    'no-cors',
  ],
  ['ORB', entry(API, { type: 'image', error: 'net::ERR_BLOCKED_BY_ORB' }), 'no-cors'],
  ['CORP', entry(API, { type: 'script', error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameSite' }), 'no-cors'],
  [
    'a frame in a page with COEP',
    entry(API, { type: 'document', error: KEPT_OUT, asked: { 'Sec-Fetch-Dest': 'iframe' } }),
    'embedded',
  ],
  [
    'the same of a host to which Chrome names no destination',
    entry(API, { type: 'document', error: KEPT_OUT, initiator: 'parser' }),
    'embedded',
  ],
  [
    'a worker in a page with COEP',
    entry(API, { type: 'other', error: KEPT_OUT, asked: { 'Sec-Fetch-Dest': 'worker' } }),
    'embedded',
  ],
  ['mixed content', entry(API, { type: 'script', status: 0, error: '' }), 'no-cors'],
  [
    'a service worker',
    entry(API, {
      status: 0,
      error: 'net::ERR_FAILED',
      worker: 'cache-storage',
      asked: { 'Sec-Fetch-Mode': 'cors' },
    }),
    'service-worker',
  ],
  ['a handshake', entry(SOCKET, { type: 'websocket', status: 403, asked: PAGE }), 'websocket'],
  ['a handshake answered 200', entry(SOCKET, { type: 'websocket', status: 200, asked: PAGE }), 'websocket'],
  ['a WebSocket closed at once', entry(SOCKET, { type: 'websocket', status: 101, asked: PAGE }), 'websocket'],
  [
    'a WebSocket to nobody',
    entry(SOCKET, {
      type: 'websocket',
      status: 0,
      messages: [{ type: 'error', data: 'Error in connection establishment: net::ERR_CONNECTION_REFUSED' }],
    }),
    'websocket',
  ],
  ['a file', entry('file:///a/b.js', { type: 'script', status: 0, error: 'net::ERR_FAILED' }), 'local-url'],
];

const ORDINARY: readonly (readonly [what: string, entry: HarEntry])[] = [
  ['an image', entry(API, { type: 'image', asked: { 'Sec-Fetch-Mode': 'no-cors' } })],
  [
    'an image that is missing',
    entry(API, { type: 'image', status: 404, asked: { 'Sec-Fetch-Mode': 'no-cors' } }),
  ],
  ['a blocked advertisement', entry(API, { type: 'script', status: 0, error: 'net::ERR_BLOCKED_BY_CLIENT' })],
  ['an image of a server that is down', entry(API, { type: 'image', status: 0, error: 'net::ERR_FAILED' })],
  ['a call in CORS mode', entry(API, { asked: { 'Sec-Fetch-Mode': 'cors', ...PAGE }, answered: JSON_TYPE })],
  ['a blocked call', entry(API, { asked: { 'Sec-Fetch-Mode': 'cors', ...PAGE }, error: 'net::ERR_FAILED' })],
  [
    'a call that wasn’t sent, whose mode nothing tells',
    entry(API, { status: 0, error: 'net::ERR_FAILED', asked: { Referer: 'http://localhost:5174/' } }),
  ],
  [
    'what a service worker made itself',
    entry(API, { worker: 'fallback-code', asked: { Referer: 'http://localhost:5174/' } }),
  ],
  ['a call to its own origin', entry(API, { asked: { ...NO_CORS, 'Sec-Fetch-Site': 'same-origin' } })],
  ['a count', entry(API, { asked: NO_CORS, status: 204 })],
  ['an empty answer', entry(API, { asked: NO_CORS, answered: { 'Content-Length': '0' } })],
  [
    'an answer of size 0',
    entry(API, { asked: NO_CORS, answered: { 'Content-Type': 'text/plain' }, size: 0 }),
  ],
  ['a pixel', entry(API, { asked: NO_CORS, answered: { 'Content-Type': 'image/gif' } })],
  ['a redirect', entry(API, { asked: NO_CORS, status: 302 })],
  ['a call that was given up', entry(API, { asked: NO_CORS, status: 0, error: 'net::ERR_ABORTED' })],
  [
    "a service worker's request for an image",
    entry(API, { asked: { ...NO_CORS, 'Sec-Fetch-Dest': 'image' }, answered: JSON_TYPE }),
  ],
  ['a beacon', entry(API, { type: 'ping', method: 'POST', asked: NO_CORS, answered: JSON_TYPE })],
  [
    'a WebSocket that spoke',
    entry(SOCKET, {
      type: 'websocket',
      status: 101,
      asked: PAGE,
      messages: [{ type: 'receive', data: 'hi' }],
    }),
  ],
  [
    'a WebSocket that was open for long',
    entry(SOCKET, { type: 'websocket', status: 101, asked: PAGE, time: 60_000 }),
  ],
  [
    'a WebSocket of the page’s own server that was closed at once',
    entry(SOCKET, { type: 'websocket', status: 101, asked: { Origin: 'http://127.0.0.1:8000' } }),
  ],
  [
    'a WebSocket that the page gave up',
    entry(SOCKET, {
      type: 'websocket',
      status: 0,
      messages: [{ type: 'error', data: 'WebSocket is closed before the connection is established.' }],
    }),
  ],
  [
    'a file that is missing',
    entry('file:///a.png', { type: 'image', status: 0, error: 'net::ERR_FILE_NOT_FOUND' }),
  ],
  ['a data: URL', entry('data:text/plain,a', {})],
  [
    'a blob: URL that was revoked',
    entry('blob:http://a.test/1', { status: 0, error: 'net::ERR_FILE_NOT_FOUND' }),
  ],
  [
    'an extension',
    entry('chrome-extension://a/b.js', { type: 'script', status: 0, error: 'net::ERR_FAILED' }),
  ],
  [
    'a frame that wants to be in none',
    entry(API, {
      type: 'document',
      error: KEPT_OUT,
      asked: { 'Sec-Fetch-Dest': 'iframe' },
      answered: { 'X-Frame-Options': 'DENY' },
    }),
  ],
  [
    'the same by its policy',
    entry(API, {
      type: 'document',
      error: KEPT_OUT,
      asked: { 'Sec-Fetch-Dest': 'iframe' },
      answered: { 'Content-Security-Policy': "default-src *; frame-ancestors 'self'" },
    }),
  ],
  [
    'a window with COOP that a sandboxed frame opened',
    entry(API, {
      type: 'document',
      error: KEPT_OUT,
      initiator: 'script',
      asked: { 'Sec-Fetch-Dest': 'document' },
      answered: { 'Cross-Origin-Opener-Policy': 'same-origin' },
    }),
  ],
  ['a frame', entry(API, { type: 'document', asked: { 'Sec-Fetch-Dest': 'iframe' } })],
  ['a preflight', entry(API, { type: 'preflight', method: 'OPTIONS', error: 'net::ERR_FAILED' })],
];

describe('what people take for CORS is handed over:', () => {
  test.each(OUTSIDE)('%s', (_, one, type) => {
    expect(toOutsideRequest(one)?.outside?.type).toBe(type);
  });
});

describe('what is as it should be, or no matter of this, is not:', () => {
  test.each(ORDINARY)('%s', (_, one) => {
    expect(toOutsideRequest(one)).toBeNull();
  });
});

test('a WebSocket’s messages stay where they are', () => {
  const messages = [
    { type: 'send', data: 'secret' },
    { type: 'error', data: '' },
  ];
  const request = toOutsideRequest(
    entry(SOCKET, { type: 'websocket', status: 0, messages, time: 72_000_000 }),
  );
  expect(request).toMatchObject({ outside: { type: 'websocket', received: 0 } });
  expect(request?.endedAt).toBe(request?.startedAt);
  expect(JSON.stringify(request)).not.toContain('secret');
});
