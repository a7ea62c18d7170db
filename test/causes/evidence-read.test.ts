import { describe, expect, test } from 'vitest';
import { readAllowedOrigin } from '../../src/causes/allowed-origin.ts';
import { seenAnswers } from '../../src/causes/seen-answers.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { COMPLETED } from '../cors/sample-exchange.ts';
import { ORIGIN, passedPreflight, simple } from './cause-table.ts';
import { saidOf } from './say.ts';

test.each([
  ['http://192.168.40.1', 'http://192.168.40.1:8123', 'http://192.168.40.1:8081/chat', 'its-own'],
  ['https://api.example.com', 'https://app.example.com', 'https://api.example.com/', 'its-own'],
  ['http://localhost', 'http://localhost:5173', 'http://localhost:3000/', 'other-port'],
  ['http://localhost:5173', 'http://localhost:5174', 'http://localhost:3000/', 'other-port'],
  ['http://app.example.com', 'https://app.example.com', 'https://api.example.com/', 'other-scheme'],
  ['http://127.0.0.1:5173', 'http://localhost:5173', 'http://localhost:3000/', 'other-name-of-this-machine'],
  ['tauri://localhost', 'http://localhost:1420', 'http://localhost:3000/', 'app'],
  ['capacitor://localhost', 'http://localhost:8100', 'https://api.example.com/', 'app'],
  ['null', 'http://localhost:8100', 'https://api.example.com/', 'opaque'],
  ['https://other.example.com', 'https://app.example.com', 'https://api.example.com/', 'another'],
])('%s allowed to %s by %s is %s', (allowed, origin, url, reading) => {
  expect(readAllowedOrigin(allowed, { origin, url })).toBe(reading);
});

describe('a header of the answer says more than its status', () => {
  const SIGNALS: readonly (readonly [status: number, headerList: HeaderList, said: RegExp])[] = [
    [200, [['grpc-status', '16']], /gRPC error, grpc-status: 16 UNAUTHENTICATED/],
    [404, [['ngrok-error-code', 'ERR_NGROK_3200']], /no ngrok tunnel running/],
    [403, [['x-amzn-errortype', 'MissingAuthenticationTokenException']], /MissingAuthenticationToken/],
    [403, [['cf-mitigated', 'challenge']], /wants to see a human first/],
    [429, [['Retry-After', '300']], /takes no more for 5 min/],
    [429, [['Retry-After', 'Thu, 01 Jan 1970 00:00:31 GMT']], /takes no more for 30 s/],
    [503, [['Retry-After', '7200']], /out of service for 2 h/],
    [405, [['Allow', 'GET']], /only GET/],
  ];

  test.each(SIGNALS)('%s with %j', (status, headerList, said) => {
    expect(saidOf(passedPreflight(status, headerList))?.headline).toMatch(said);
  });

  test.each(['constructor', '__proto__', '99'])('a grpc-status of %s has no name', (code) => {
    expect(saidOf(passedPreflight(200, [['grpc-status', code]]))?.headline).toContain(`grpc-status: ${code}`);
  });

  test('the size of the upload is told where it was seen', () => {
    const upload = simple(413, [], { requestHeaders: [['Content-Length', '7340032']] });
    expect(saidOf(upload)?.advice.join('\n')).toContain('less than these 7.3 MB');
  });
});

describe('what other answers of the server have shown', () => {
  const works = { ...simple(200, [ORIGIN]), outcome: COMPLETED };

  test('an error beside answers that carry the header is nothing to set up CORS for', () => {
    const advice = saidOf(simple(500), [works])?.advice.join('\n');
    expect(advice).toContain('Other answers of this URL carry Access-Control-Allow-Origin');
    expect(advice).not.toMatch(/Set up CORS|to error answers too/);
  });

  test('what was seen stays the same object until it changes', () => {
    const seen = seenAnswers();
    const failed = simple(500);
    const before = seen.beside(failed);
    seen.add({ ...simple(200), outcome: COMPLETED });
    expect(seen.beside(failed)).toBe(before);
    seen.add(works);
    const after = seen.beside(failed);
    expect(after).not.toBe(before);
    seen.add({ ...works, id: '9' });
    expect(seen.beside(failed)).toBe(after);
  });

  test('what an override let through proves nothing', () => {
    const seen = seenAnswers([{ ...works, overridden: true }]);
    expect(seen.beside(simple(500)).allowed).toBeNull();
  });
});
