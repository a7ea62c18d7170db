import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PageQuestions } from '../../src/devtools/page-questions.ts';
import type { HarEntry } from '../../src/observe/har-shape.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function entry(url: string): HarEntry {
  return {
    startedDateTime: '2026-11-29T06:00:00.000Z',
    time: 1,
    _resourceType: 'script',
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, redirectURL: '', headers: [] },
  };
}

function collect(answer: readonly string[] | null | Error) {
  const taken: (readonly [url: string, answer: readonly string[]])[] = [];
  const ask = vi.fn(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const questions = new PageQuestions<HarEntry, string>(ask, ({ request }, told) => {
    taken.push([request.url, told]);
  });
  return { questions, taken, ask };
}

const CDN = 'https://cdn.example.test';

test('of many entries the page is asked once, and more than 500 are not collected', async () => {
  const { questions, taken, ask } = collect(['a']);
  const added = Array.from({ length: 2_000 }, (_, index) => questions.add(entry(`${CDN}/${index}.js`)));
  await vi.runAllTimersAsync();
  expect([taken.length, added.filter((is) => is).length, ask.mock.calls.length]).toEqual([500, 500, 1]);
  expect(taken[499]).toEqual([`${CDN}/499.js`, ['a']]);
});

test('later entries are asked about anew', async () => {
  const { questions, taken, ask } = collect(['a']);
  for (const name of ['a', 'b']) {
    questions.add(entry(`${CDN}/${name}.js`));
    await vi.runAllTimersAsync();
  }
  expect([taken.length, ask.mock.calls.length]).toEqual([2, 2]);
});

test.each([[null], [new Error('The page is gone.')]])(
  'a page that answers %s tells nothing',
  async (answer) => {
    const { questions, taken } = collect(answer);
    questions.add(entry(`${CDN}/a.js`));
    await vi.runAllTimersAsync();
    expect(taken).toEqual([[`${CDN}/a.js`, []]]);
  },
);
