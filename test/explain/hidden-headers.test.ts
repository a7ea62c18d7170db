import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { hiddenHeadersOf } from '../../src/explain/hidden-headers.ts';
import { hiddenVitalHeaders } from '../../src/explain/unread-headers.ts';
import { COMPLETED, PAGE, sampleExchange } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

/** What is hidden of an answer to a GET that passed with and without credentials. */
function hidden(exposed: string | null, requestHeaders: HeaderList) {
  const headerList: HeaderList = [
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Vary', 'Origin'],
    ['X-Total', '7'],
    ...(exposed === null ? [] : [['Access-Control-Expose-Headers', exposed] as const]),
  ];
  const hop = { method: 'GET', requestHeaders, response: { status: 200, headerList } };
  return hiddenHeadersOf(judge(sampleExchange(hop, { outcome: COMPLETED })));
}

const UNKNOWN: HeaderList = [['Sec-Fetch-Site', 'same-site']];
const INCLUDED: HeaderList = [['Cookie', '…']];
const OMITTED: HeaderList = [['Sec-Fetch-Site', 'cross-site']];

test('hiddenHeadersOf says "only if credentials are included" of a wildcard while the credentials mode is unknown', () => {
  expect(hidden('*', UNKNOWN)).toEqual({
    names: ['x-total'],
    neededBy: [{ key: 'neededForPages', values: { names: ['x-total'] } }],
    vital: ['x-total'],
    when: 'credentials-included',
    exposing: 'x-total',
    advice: null,
  });
});

test('hiddenHeadersOf states no condition for a wildcard once the credentials mode is known', () => {
  expect(hidden('*', INCLUDED)).toMatchObject({ names: ['x-total'], when: 'always' });
  expect(hidden('*', OMITTED)).toBeNull();
});

test('hiddenHeadersOf states no condition for headers that are hidden in both modes', () => {
  for (const mode of [UNKNOWN, INCLUDED, OMITTED]) {
    expect(hidden(null, mode)).toMatchObject({ names: ['x-total'], when: 'always' });
    expect(hidden('X-Total', mode)).toBeNull();
  }
});

/** Who is said to need what, and what is exposed, of an answer that exposes nothing. */
function needs(method: string, status: number, headerList: HeaderList) {
  const allowed: HeaderList = [['Access-Control-Allow-Origin', PAGE], ...headerList];
  const hop = { method, requestHeaders: OMITTED, response: { status, headerList: allowed } };
  const found = hiddenHeadersOf(judge(sampleExchange(hop, { outcome: COMPLETED })));
  return (
    found && { needs: found.neededBy.map(({ key, values }) => [key, values.names]), exposing: found.exposing }
  );
}

const named = (...names: readonly string[]): HeaderList => names.map((name) => [name, '1']);

test.each([
  ['POST', 200, ['Grpc-Status', 'grpc-message'], 'neededByGrpcWeb'],
  ['POST', 200, ['Mcp-Session-Id'], 'neededByMcp'],
  ['POST', 401, ['WWW-Authenticate'], 'neededForLogin'],
  ['GET', 200, ['Link', 'X-Total-Count', 'X-WP-TotalPages'], 'neededForPages'],
  ['GET', 429, ['Retry-After', 'X-RateLimit-Remaining', 'RateLimit-Policy'], 'neededForLimits'],
  ['PUT', 200, ['ETag'], 'neededForParts'],
  ['GET', 200, ['Content-Disposition'], 'neededForDownload'],
  ['POST', 201, ['Location'], 'neededAfterCreation'],
] as const)('%s %i with %s: it is said who needs them', (method, status, names, key) => {
  const lower = names.map((name) => name.toLowerCase());
  expect(needs(method, status, named('Server', 'Date', ...names))).toEqual({
    needs: [[key, lower]],
    exposing: lower.join(', '),
  });
});

test('one rule may serve all answers of a protocol, so it exposes what the others need, too', () => {
  const tus = needs('HEAD', 200, named('Tus-Resumable', 'Upload-Length', 'Upload-Offset'));
  expect(tus?.needs).toEqual([['neededByTus', ['tus-resumable', 'upload-length', 'upload-offset']]]);
  expect(tus?.exposing.split(', ').toSorted()).toEqual([
    'location',
    'tus-extension',
    'tus-max-size',
    'tus-resumable',
    'tus-version',
    'upload-length',
    'upload-offset',
  ]);
  expect(needs('POST', 200, named('Grpc-Status'))?.exposing).toBe('grpc-status, grpc-message');
});

test('a list that lacks what a protocol needs may have been replaced: it is extended where it is set', () => {
  const sent = (exposed: string, name: string) => {
    const list = named(name);
    const headerList: HeaderList = [
      ['Access-Control-Allow-Origin', PAGE],
      ['Access-Control-Expose-Headers', exposed],
      ...list,
    ];
    const hop = { method: 'POST', requestHeaders: OMITTED, response: { status: 200, headerList } };
    return hiddenHeadersOf(judge(sampleExchange(hop, { outcome: COMPLETED })))?.advice;
  };
  expect(sent('Link', 'Mcp-Session-Id')).toMatchObject({
    key: 'exposeExtend',
    values: { value: ['Link'], names: ['mcp-session-id'] },
  });
  expect(sent('Link', 'X-Build')).toBeNull();
});

test('hiddenHeadersOf leaves out headers that no script has use for', () => {
  const plumbing = named(
    'Server',
    'Date',
    'Via',
    'ETag',
    'X-Powered-By',
    'CF-Ray',
    'Strict-Transport-Security',
  );
  expect(needs('GET', 200, plumbing)).toBeNull();
});

test('hiddenHeadersOf exposes a header without a known reader, and names no reader', () => {
  expect(needs('GET', 200, named('Server', 'X-Build'))).toEqual({ needs: [], exposing: 'x-build' });
});

/** What a page is told of, of an answer that exposes nothing more. */
function vital(method: string, status: number, headerList: HeaderList, requestHeaders = OMITTED) {
  const allowed: HeaderList = [['Access-Control-Allow-Origin', PAGE], ...headerList];
  const hop = { method, requestHeaders, response: { status, headerList: allowed } };
  return hiddenVitalHeaders(judge(sampleExchange(hop, { outcome: COMPLETED })));
}

test.each([
  ['HEAD', 200, named('Tus-Resumable', 'Upload-Offset'), ['tus-resumable', 'upload-offset']],
  ['POST', 200, named('Grpc-Status'), ['grpc-status']],
  ['POST', 200, named('Mcp-Session-Id'), ['mcp-session-id']],
  ['GET', 200, named('Link', 'X-Total-Count'), ['link', 'x-total-count']],
] as const)('%s %i with %j: a page is told that %j can not be read', (method, status, list, names) => {
  expect(vital(method, status, list)).toEqual(names);
});

test('a page is not told of what is merely useful, is exposed, or may be readable', () => {
  expect(vital('GET', 200, named('X-RateLimit-Remaining', 'Content-Disposition', 'X-Request-Id'))).toEqual(
    [],
  );
  const exposed: HeaderList = [['Access-Control-Expose-Headers', 'upload-offset, tus-resumable']];
  expect(vital('HEAD', 200, [...named('Tus-Resumable', 'Upload-Offset'), ...exposed])).toEqual([]);
  const any: HeaderList = [['Access-Control-Expose-Headers', '*']];
  expect(vital('GET', 200, [...named('Link'), ...any], UNKNOWN)).toEqual([]);
});
