import { expect, test } from 'vitest';
import { recognise } from '../../src/stacks/recognise.ts';

const BEFORE = 'Authorization,Content-Type,User-Agent,Accept,X-Requested-With';
const STAINLESS = (...names: string[]) => names.map((name) => `X-Stainless-${name}`).join(',');
const FIRST = ['Lang', 'Package-Version', 'Os', 'Arch'];
const THEN = ['Runtime', 'Runtime-Version', 'Async'];
const POLLING = ['Helper-Method', 'Poll-Helper', 'Custom-Poll-Interval'];
const RETRY = 'Retry-Count';
const SORTED = [...FIRST, ...THEN, ...POLLING, RETRY, 'Timeout'].sort();

/** As in server/routes.go of the releases, at the first and the last tag that have it. */
test.each([
  ['v0.3.14–v0.4.4', `${BEFORE},${STAINLESS(...FIRST, ...THEN)}`],
  ['v0.4.5–v0.5.4', `${BEFORE},${STAINLESS(...FIRST, RETRY, ...THEN)}`],
  ['v0.5.5–v0.5.11', `${BEFORE},${STAINLESS(...FIRST, RETRY, ...THEN, ...POLLING)}`],
  ['v0.5.12–v0.6.5', `${BEFORE},${STAINLESS(...FIRST, RETRY, ...THEN, ...POLLING, 'Timeout')}`],
  ['v0.6.6 or later', `${BEFORE},Openai-Beta,${STAINLESS(...SORTED)}`],
])('Ollama %s is known by the headers that it allows', (releases, list) => {
  const [found, ...others] = recogniseList(list);
  expect(found).toMatchObject({ stack: 'ollama', certainty: 'sure', releases });
  expect(others).toEqual([]);
});

test('another list of the same library is nobody’s in particular', () => {
  expect(recogniseList('Authorization,Content-Type')).toEqual([]);
});

test('an origin that it refuses, at its port', () => {
  const answer = {
    to: 'preflight',
    method: 'OPTIONS',
    status: 403,
    headerList: [['Content-Length', '0']],
  } as const;
  const at = (url: string) => recognise({ ...answer, url }).map(({ stack, certainty }) => [stack, certainty]);
  expect(at('http://192.168.1.7:11434/v1/chat/completions')).toEqual([['ollama', 'likely']]);
  expect(at('https://llm.example.com/api/generate')).toEqual([['ollama', 'likely']]);
  expect(at('http://127.0.0.1:8080/v1/chat/completions')).toEqual([]);
});

function recogniseList(list: string) {
  return recognise({
    to: 'preflight',
    url: 'http://127.0.0.1:11434/v1/chat/completions',
    method: 'OPTIONS',
    status: 204,
    headerList: [
      ['Access-Control-Allow-Headers', list],
      ['Access-Control-Allow-Methods', 'GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS'],
      ['Access-Control-Allow-Origin', 'http://localhost:5174'],
      ['Access-Control-Max-Age', '43200'],
      ['Vary', 'Origin'],
      ['Vary', 'Access-Control-Request-Method'],
      ['Vary', 'Access-Control-Request-Headers'],
      ['Date', 'Sun, 22 Nov 2026 23:00:00 GMT'],
    ],
  });
}
