import { describe, expect, test } from 'vitest';
import { readAllowedOrigin } from '../../src/causes/allowed-origin.ts';
import { seenAnswers } from '../../src/causes/seen-answers.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { COMPLETED } from '../cors/sample-exchange.ts';
import { ORIGIN, passedPreflight, preflight, simple } from './cause-table.ts';
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
  const ELSEWHERE = new URL('/elsewhere', simple(200).hops[0].url).href;
  const works = { ...simple(200, [ORIGIN]), outcome: COMPLETED };

  test('an error beside answers that carry the header is nothing to set up CORS for', () => {
    const advice = saidOf(simple(500), [works])?.advice.join('\n');
    expect(advice).toContain('Other answers of this URL carry Access-Control-Allow-Origin');
    expect(advice).not.toMatch(/Set up CORS|to error answers too/);
  });

  test('nobody is told to set up CORS where calls carry the header, and only OPTIONS does not', () => {
    const said = saidOf(preflight(405, [['Allow', 'GET, POST']]), [works]);
    expect(said?.headline).toContain("what adds its CORS headers doesn't answer OPTIONS");
    expect(said?.advice.join('\n')).toContain('Have what adds it answer OPTIONS as well');
    expect(said?.advice.join('\n')).not.toMatch(/Set up CORS/);
  });

  test('nor where another URL of the server carries it', () => {
    const said = saidOf(simple(200), [{ ...works, hops: [{ ...works.hops[0], url: ELSEWHERE }] }]);
    expect(said?.advice).toEqual([expect.stringMatching(/^server: CORS is set up .* cover this URL, too/)]);
  });

  test('seenAnswers returns the same object until it changes', () => {
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

  test('seenAnswers learns nothing from calls that an override let through', () => {
    const seen = seenAnswers([{ ...works, overridden: true }]);
    expect(seen.beside(simple(500)).allowed).toBeNull();
  });
});

describe('an app that keeps out foreign pages', () => {
  const bare = (url: string, status = 403) => simple(status, [], { url });
  const asked = (url: string) => ({ ...preflight(403), hops: [{ ...preflight(403).hops[0], url }] as const });

  test.each([
    ['http://localhost:8188/prompt', /If ComfyUI runs there, start it with --enable-cors-header http/],
    ['http://127.0.0.1:11434/api/tags', /If Ollama runs there, start it with OLLAMA_ORIGINS=http/],
    [
      'http://127.0.0.1:8888/api/kernels',
      /If Jupyter runs there, start it with --ServerApp.allow_origin=http/,
    ],
    ['http://127.0.0.1:4000/api', /in its settings to the origins that it lets in/],
  ])('%s: its own setting, where the app is known, and what the override can do', (url, setting) => {
    const said = saidOf(bare(url), [asked(url)]);
    expect(said?.id).toBe('origin-guard');
    expect(said?.advice[0]).toMatch(setting);
    expect(said?.advice[1]).toMatch(/^page: .* the override beside this sends .* its own origin/);
  });

  test("of a server that is not the reader's, what the reader can do comes first", () => {
    const url = 'https://api.example.com/items';
    const said = saidOf({ ...bare(url), origin: 'https://app.example.com' }, [
      { ...asked(url), origin: 'https://app.example.com' },
    ]);
    expect(said?.advice[0]).toMatch(/^page: .* have your own server call it/);
  });
});
