import { describe, expect, test } from 'vitest';
import { CHROME } from '../../../src/cors/browser-profile.ts';
import type { Exchange, Hop } from '../../../src/cors/exchange.ts';
import { judge } from '../../../src/explain/judged-exchange.ts';
import { corsTest } from '../../../src/report/cors-test/cors-test.ts';
import { TEST_KINDS } from '../../../src/report/cors-test/test-kind.ts';
import { type TestedCall, testedCall } from '../../../src/report/cors-test/tested-call.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../../cors/sample-exchange.ts';
import { OLLAMA } from '../ollama-exchange.ts';
import { writtenTest } from './observed-call.ts';

const FILES = {
  node: 'cors.test.mjs',
  vitest: 'cors-vitest.test.mjs',
  pytest: 'test_cors.py',
  shell: 'cors-test.sh',
};

test.each(TEST_KINDS)('the test for the OpenAI client and Ollama reads as it should: %s', async (kind) => {
  // The runners of this project look for names of tests.
  await expect(writtenTest(OLLAMA, kind)).toMatchFileSnapshot(`../golden/${FILES[kind]}.txt`);
});

test('a test is short enough to be read', () => {
  const lines = TEST_KINDS.map((kind) => writtenTest(OLLAMA, kind).split('\n').length);
  expect(Math.max(...lines)).toBeLessThan(150);
  for (const kind of TEST_KINDS)
    for (const line of writtenTest(OLLAMA, kind).split('\n')) expect(line.length).toBeLessThanOrEqual(125);
});

const SECRET = 's3cret-token-0123456789';

function tested(hop: Partial<Hop>, rest: Partial<Exchange> = {}): TestedCall | null {
  return testedCall(
    judge(sampleExchange({ response: { status: 200, headerList: [] }, ...hop }, rest), CHROME),
  );
}

describe('secrets', () => {
  const exchange = sampleExchange({
    url: `http://127.0.0.1:8000/items?access_token=${SECRET}&page=2&key=${SECRET}#${SECRET}`,
    method: 'PUT',
    preflight: samplePreflight({ method: 'PUT', headerNames: 'authorization,x-a' }, {}),
    requestHeaders: [
      ['Origin', PAGE],
      ['Authorization', `Bearer ${SECRET}`],
      ['X-A', 'plain'],
      ['X-Not-Asked', SECRET],
    ],
  });

  test.each(TEST_KINDS)('are environment variables in a test: %s', (kind) => {
    const code = writtenTest(exchange, kind);
    expect(code).not.toContain(SECRET);
    for (const name of ['CORS_TEST_ACCESS_TOKEN', 'CORS_TEST_KEY', 'CORS_TEST_AUTHORIZATION'])
      expect(code).toContain(name);
  });

  test('stand where they were', () => {
    expect(testedCall(judge(exchange, CHROME))?.url).toEqual([
      { type: 'text', text: 'http://127.0.0.1:8000/items?access_token=' },
      { type: 'variable', name: 'CORS_TEST_ACCESS_TOKEN' },
      { type: 'text', text: '&page=2&key=' },
      { type: 'variable', name: 'CORS_TEST_KEY' },
    ]);
  });

  test('have a variable each, whatever their names', () => {
    const names = ['token', 'TOKEN', 't-o-k-e-n', 'send', 'body', '秘密', 'x'.repeat(300)];
    const url = `http://127.0.0.1:8000/?${names.map((name) => `${name}_secret=${SECRET}`).join('&')}`;
    const variables = (tested({ url })?.url ?? []).flatMap((piece) =>
      piece.type === 'variable' ? piece.name : [],
    );
    expect(variables).toHaveLength(names.length);
    expect(new Set(variables).size).toBe(names.length);
    for (const name of variables) expect(name).toMatch(/^CORS_TEST_[A-Z0-9_]{1,45}$/);
  });

  test('are not to be forged', () => {
    const forged = ['SECRET0E', 'SECRETX0E', '%53ECRET0E', encodeURIComponent('/?a=SECRET1E&token=x')].join(
      '&q=',
    );
    const url = `http://127.0.0.1:8000/?token=${SECRET}&q=${forged}`;
    const pieces = tested({ url })?.url ?? [];
    const text = pieces.map((piece) => (piece.type === 'text' ? piece.text : '<>')).join('');
    expect(text.match(/<>/g)).toHaveLength(2);
    expect(decodeURIComponent(text)).toContain('q=SECRET0E&q=SECRETX0E&q=SECRET0E&q=/?a=SECRET1E&token=<>');
  });
});

describe('the call that is tested', () => {
  test('has the headers that the page sets, and its cookies', () => {
    const requestHeaders: Hop['requestHeaders'] = [
      ['Origin', PAGE],
      ['User-Agent', 'Mozilla/5.0'],
      ['Content-Type', 'application/json'],
      ['Cookie', '…'],
      ['X-A', ' 1 '],
      ['X-Odd', 'naïve'],
    ];
    const preflight = samplePreflight({ headerNames: 'content-type,x-a,x-odd' }, {});
    expect(tested({ preflight, requestHeaders })).toMatchObject({
      credentials: 'included',
      changes: true,
      headers: [
        ['Content-Type', { type: 'text', text: 'application/json' }],
        ['Cookie', { type: 'variable', name: 'CORS_TEST_COOKIE' }],
        ['X-A', { type: 'text', text: '1' }],
        ['X-Odd', { type: 'variable', name: 'CORS_TEST_X_ODD' }],
      ],
    });
  });

  test('asks for what a remembered preflight allowed', () => {
    const requestHeaders: Hop['requestHeaders'] = [
      ['Origin', PAGE],
      ['x-b', '1'],
      ['x-a', '1'],
      ['Cache-Control', 'no-cache'],
    ];
    const passed = { requestHeaders, method: 'GET', response: { status: 200, headerList: [] } };
    expect(tested(passed, { outcome: COMPLETED })?.preflight).toEqual({
      headerNames: ['x-a', 'x-b'],
      privateNetwork: false,
    });
  });

  test('asks for the local network where the browser did', () => {
    const { requestHeaders, ...preflight } = samplePreflight({}, {});
    const asking = {
      ...preflight,
      requestHeaders: [...requestHeaders, ['Access-Control-Request-Private-Network', 'true']],
    };
    const exchange = sampleExchange({ preflight: asking as Hop['preflight'] });
    expect(testedCall(judge(exchange, CHROME))?.preflight).toMatchObject({ privateNetwork: true });
    for (const kind of TEST_KINDS)
      expect(writtenTest(exchange, kind)).toContain('Access-Control-Request-Private-Network');
  });

  test.each<[string, Partial<Hop>, Partial<Exchange>]>([
    ['nobody answered', {}, { outcome: { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' } }],
    ['is not over', {}, { outcome: { type: 'pending' } }],
    ['is same-origin', { url: `${PAGE}/items` }, { outcome: COMPLETED }],
    ['has an opaque origin', {}, { origin: 'null' }],
    ['is a file', { url: 'file:///etc/passwd' }, {}],
    ['has no URL', { url: 'x y\n' }, {}],
    ['has no method', { method: 'GET /; touch pwned' }, {}],
    ['is a tunnel', { method: 'CONNECT' }, {}],
  ])('is none if it %s', (_, hop, rest) => {
    expect(tested(hop, rest)).toBeNull();
  });
});

test('a header called __proto__ is a header', () => {
  const preflight = samplePreflight({ headerNames: '__proto__' }, {});
  const call = tested({ preflight });
  expect(call?.headers).toEqual([['__proto__', { type: 'text', text: 'test' }]]);
  if (call !== null) expect(corsTest(call, 'node')).toContain("['__proto__', 'test']");
});
