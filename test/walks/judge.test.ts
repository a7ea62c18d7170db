import { describe, expect, test } from 'vitest';
import { judge, type Played, type WalkOverride } from './judge.ts';
import type { SeenDocument } from './player.ts';
import type { Call } from './walk.ts';
import type { Received } from './world.ts';

const A = 'http://localhost:1';
const B = 'http://localhost:2';
const GET: Call = {
  target: 'T1',
  manner: 'closed',
  method: 'GET',
  credentials: 'omit',
  mode: 'cors',
  header: null,
  through: 'nothing',
  from: 'document',
};
const ON: WalkOverride = { tab: 'the tab', page: 'A', target: 'T1', allow: [] };

function seen(origin: string, outcome: string, rest: Partial<SeenDocument> = {}): SeenDocument {
  const href = origin === 'null' ? 'about:srcdoc' : `${origin}/page`;
  return { tab: 'the tab', path: 'top', origin, href, calls: [{ id: '0.0', by: 'x', outcome }], ...rest };
}

function request(fromTwin: boolean, rest: Partial<Received> = {}): Received {
  const what = { id: '0.0', by: 'x', server: 'T1', method: 'GET', asksFor: null } as const;
  return { ...what, fromTwin, origin: B, ifUnmodifiedSince: null, ...rest };
}

function judged(
  documents: readonly SeenDocument[],
  twins: readonly SeenDocument[],
  rest: Partial<Played> = {},
  call: Partial<Call> = {},
) {
  const step = { action: { type: 'reload' }, calls: [{ ...GET, ...call }], first: [] } as const;
  const places: Record<string, string> = { A, B };
  return judge({
    step,
    index: 0,
    documents,
    twins,
    received: [],
    overrides: [ON],
    originOf: (place) => places[place] ?? '',
    ...rest,
  });
}

function kinds(...played: Parameters<typeof judged>) {
  return judged(...played).violations.map(({ kind }) => kind);
}

describe('somebody whom no override is for', () => {
  test('may read no more, no less and nothing else than without the extension', () => {
    const [no, yes] = [seen(B, 'unreadable'), seen(B, 'read 200 secret')];
    expect(kinds([no], [no])).toEqual([]);
    expect(kinds([yes], [yes])).toEqual([]);
    expect(kinds([yes], [no])).toEqual(['gained']);
    expect(kinds([no], [yes])).toEqual(['lost']);
    expect(kinds([seen(B, 'read 403 ')], [yes])).toEqual(['changed']);
  });

  test('is no other to the server than without the extension', () => {
    const no = seen(B, 'opaque');
    const received = [request(true), request(false, { origin: 'http://127.0.0.1:3' })];
    expect(kinds([no], [no], { received })).toEqual(['gained']);
    const preflights = [true, false].map((twin) => request(twin, { method: 'OPTIONS', asksFor: 'PUT' }));
    expect(kinds([no], [no], { received: preflights })).toEqual([]);
    const passed = [...preflights, request(false, { method: 'PUT' })];
    expect(kinds([no], [no], { received: passed })).toEqual(['gained']);
    expect(kinds([no], [no], { received: preflights.slice(0, 1) })).toEqual(['lost']);
  });

  test('is not taken for whoever else calls one URL of X that is always the same', () => {
    const call = { target: 'T2', through: 'X, always the same' } as const;
    const no = seen(A, 'unreadable');
    const same = { id: 'always the same' } as const;
    const both = [true, false].map((twin) => request(twin, { ...same, server: 'T2' }));
    const ofOwnPage = request(false, { ...same, method: 'PUT' });
    expect(kinds([no], [no], { received: [...both, ofOwnPage] }, call)).toEqual([]);
    const leaked = request(false, { ...same, server: 'T2', method: 'PUT' });
    expect(kinds([no], [no], { received: [...both, leaked] }, call)).toEqual(['gained']);
  });

  test('may be the page itself: in another tab, for another target, or with the override off', () => {
    const [no, yes] = [seen(A, 'unreadable'), seen(A, 'read 200 secret')];
    expect(kinds([yes], [no])).toEqual([]);
    expect(kinds([yes], [no], { overrides: [] })).toEqual(['gained']);
    expect(kinds([yes], [no], {}, { target: 'T2' })).toEqual(['gained']);
    const tab = 'another tab' as const;
    expect(kinds([{ ...yes, tab }], [{ ...no, tab }])).toEqual(['gained']);
  });
});

describe('the page of an override', () => {
  test('may read more, but not less', () => {
    const [no, yes] = [seen(A, 'unreadable'), seen(A, 'read 200 secret')];
    expect(judged([yes], [no])).toMatchObject({ violations: [], letThrough: 1, compared: 1 });
    expect(kinds([no], [yes])).toEqual(['lost-by-own']);
  });

  test('may be named otherwise to the server, but its own condition is kept', () => {
    const no = seen(A, 'unreadable');
    const named = [request(true), request(false, { origin: 'http://127.0.0.1:3' })];
    expect(kinds([no], [no], { received: named })).toEqual([]);
    const received = [
      request(true),
      request(false, { method: 'PUT', ifUnmodifiedSince: 'Fri, 31 Dec 2100 00:00:00 GMT' }),
    ];
    expect(kinds([no], [no], { received }, { method: 'PUT' })).toEqual(['overwritten']);
  });
});

test('whom Chromium makes lose its origin while a debugger is attached may come to less, and not to more', () => {
  const [no, yes] = [seen(A, 'unreadable'), seen(A, 'read 200 secret')];
  const received = [request(true, { origin: A }), request(false, { origin: 'null' })];
  const debugged: WalkOverride = { ...ON, allow: ['answer-preflight'] };
  const overrides = [debugged];
  const call = { through: 'its own server' } as const;
  expect(kinds([no], [yes], { received, overrides }, call)).toEqual([]);
  expect(kinds([yes], [no], { received, overrides: [{ ...debugged, page: 'B' }] }, call)).toEqual(['gained']);
  expect(kinds([no], [yes], { received }, call)).toEqual(['lost-by-own']);
  expect(kinds([no], [yes], { received, overrides })).toEqual(['lost-by-own']);
});

describe('an opaque origin', () => {
  const withSandbox = (origin: string, outcome: string) => [
    seen(origin, 'unreadable'),
    seen('null', outcome, { path: 'top/f' }),
  ];
  const overrides = [{ ...ON, allow: ['opaque-origin'] as const }];

  test('is the page’s own below the page, with consent', () => {
    const played = [withSandbox(A, 'read 200 secret'), withSandbox(A, 'unreadable')] as const;
    expect(kinds(...played, { overrides })).toEqual([]);
    expect(kinds(...played)).toEqual(['gained']);
  });

  test('is not below another page', () => {
    const played = [withSandbox(B, 'read 200 secret'), withSandbox(B, 'unreadable')] as const;
    expect(kinds(...played, { overrides })).toEqual(['gained']);
  });
});

test('a service worker is the page’s with consent alone', () => {
  const played = [[seen(A, 'read 200 secret')], [seen(A, 'unreadable')]] as const;
  const call = { from: 'service worker' } as const;
  expect(kinds(...played, {}, call)).toEqual(['gained']);
  const overrides = [{ ...ON, allow: ['service-worker'] as const }];
  expect(kinds(...played, { overrides }, call)).toEqual([]);
  const ofB = [[seen(B, 'read 200 secret')], [seen(B, 'unreadable')]] as const;
  expect(kinds(...ofB, { overrides }, call)).toEqual(['gained']);
});

test('the URL of a document stays as it is', () => {
  const mine = seen(B, 'unreadable', { href: `${B}/page#mark` });
  expect(kinds([mine], [seen(B, 'unreadable')])).toEqual(['changed']);
});

test('a document that only one browser shows is not compared', () => {
  expect(judged([seen(B, 'read 200 secret')], [])).toMatchObject({ violations: [], compared: 0 });
});
