import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IntegrityWatch } from '../../src/devtools/integrity-watch.ts';
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

function watch(answer: readonly string[] | null | Error) {
  const told: string[] = [];
  const ask = vi.fn(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const watching = new IntegrityWatch(ask, ({ request }) => told.push(request.url));
  return { watching, told, ask };
}

const CDN = 'https://cdn.example.test';

test('of many entries the page is asked once, and those that it names are told', async () => {
  const { watching, told, ask } = watch([`${CDN}/3.js`, `${CDN}/5.js`, `${CDN}/of-before.js`]);
  for (let index = 0; index < 2_000; index++) watching.add(entry(`${CDN}/${index}.js`));
  await vi.runAllTimersAsync();
  expect(told).toEqual([`${CDN}/3.js`, `${CDN}/5.js`]);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('later entries are asked about anew', async () => {
  const { watching, told, ask } = watch([`${CDN}/b.js`]);
  watching.add(entry(`${CDN}/a.js`));
  await vi.runAllTimersAsync();
  watching.add(entry(`${CDN}/b.js`));
  await vi.runAllTimersAsync();
  expect([told, ask.mock.calls.length]).toEqual([[`${CDN}/b.js`], 2]);
});

test.each([[null], [new Error('The page is gone.')]])(
  'a page that answers %s costs nothing else',
  async (answer) => {
    const { watching, told } = watch(answer);
    watching.add(entry(`${CDN}/a.js`));
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
  },
);
