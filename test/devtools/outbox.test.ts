import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Lost, TakenIn } from '../../src/commands/commands.ts';
import type { InspectedPage } from '../../src/devtools/dated-pages.ts';
import { Outbox, type Recipient } from '../../src/devtools/outbox.ts';
import type { FinishedRequest } from '../../src/observe/finished-request.ts';
import { sampleFinished } from '../observe/sample-finished.ts';

const PAGE: InspectedPage = { url: 'http://app.example.test/', at: 1, heardAt: 1 };
const STOPPED = new Error('The message port closed before a response was received.');

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function finished(n: number): FinishedRequest {
  const url = `http://127.0.0.1:11434/${n}`;
  return sampleFinished({ requestId: String(n), url, startedAt: n, endedAt: n });
}

/** A worker that notes what it is told, and answers each message as `answer` says. */
class FakeWorker implements Recipient {
  readonly pages: string[] = [];
  readonly heard: number[] = [];
  readonly lost: Lost[] = [];
  readonly lostOutside: Lost[] = [];
  /** Messages of requests, answered or not. */
  messages = 0;
  onPage: () => Promise<void> = async () => {};
  onFinished: (batch: readonly number[]) => Promise<TakenIn> = async () => ({ ok: true, refused: [] });

  async takePage({ url }: InspectedPage): Promise<void> {
    await this.onPage();
    this.pages.push(url);
  }

  async takeFinished(
    batch: readonly FinishedRequest[],
    lost: Lost | null,
    lostOutside: Lost | null,
  ): Promise<TakenIn> {
    this.messages++;
    const numbers = batch.map(({ requestId }) => Number(requestId));
    const answer = await this.onFinished(numbers);
    this.heard.push(...numbers);
    if (lost !== null) this.lost.push(lost);
    if (lostOutside !== null) this.lostOutside.push(lostOutside);
    return answer;
  }
}

function addAll(outbox: Outbox, count: number): void {
  for (let n = 0; n < count; n++) outbox.add(finished(n));
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other);

test('the outbox delivers everything, however often the worker is stopped', async () => {
  const worker = new FakeWorker();
  const tried = new Set<number>();
  worker.onFinished = async (batch) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const [first = -1] = batch;
    if (tried.has(first)) return { ok: true, refused: [] };
    tried.add(first);
    throw STOPPED;
  };
  const outbox = new Outbox(worker, Promise.resolve(PAGE));
  addAll(outbox, 4_000);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sorted([...new Set(worker.heard)])).toEqual(upTo(4_000));
});

test('the outbox sends the page again to a worker that was stopped meanwhile, then the waiting requests', async () => {
  const worker = new FakeWorker();
  let stops = 3;
  worker.onPage = async () => {
    if (stops-- > 0) throw STOPPED;
  };
  const outbox = new Outbox(worker, Promise.resolve(PAGE));
  addAll(outbox, 1_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(worker.pages).toEqual([PAGE.url]);
  expect(sorted(worker.heard)).toEqual(upTo(1_000));
});

test('the outbox sends no request before the page', async () => {
  const worker = new FakeWorker();
  const outbox = new Outbox(worker, new Promise((resolve) => setTimeout(() => resolve(PAGE), 500)));
  addAll(outbox, 3);
  await vi.advanceTimersByTimeAsync(499);
  expect(worker.messages).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect([worker.pages, sorted(worker.heard)]).toEqual([[PAGE.url], [0, 1, 2]]);
});

test('the outbox sends all requests if the page is unknown', async () => {
  for (const ask of [async () => null, () => Promise.reject(new Error('no page'))]) {
    const worker = new FakeWorker();
    addAll(new Outbox(worker, ask()), 2);
    await vi.advanceTimersByTimeAsync(0);
    expect([worker.pages, sorted(worker.heard)]).toEqual([[], [0, 1]]);
  }
});

test('the outbox sends only the latest page, also after a stopped worker missed some', async () => {
  const worker = new FakeWorker();
  const outbox = new Outbox(worker, new Promise((resolve) => setTimeout(() => resolve(PAGE), 100)));
  outbox.navigate({ url: 'http://app.example.test/second', at: 2, heardAt: 2 });
  await vi.advanceTimersByTimeAsync(100);
  expect(worker.pages).toEqual(['http://app.example.test/second']);
  let stops = 2;
  worker.onPage = async () => {
    if (stops-- > 0) throw STOPPED;
  };
  outbox.navigate({ url: 'http://app.example.test/third', at: 3, heardAt: 3 });
  await vi.advanceTimersByTimeAsync(0);
  outbox.navigate({ url: 'http://app.example.test/fourth', at: 4, heardAt: 4 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(worker.pages.slice(1)).toEqual(['http://app.example.test/fourth']);
});

test('the outbox sends requests again until they are stored', async () => {
  const worker = new FakeWorker();
  let isFull = true;
  worker.onFinished = async () => {
    if (isFull) throw new Error("The browser's storage for this session is full.");
    return { ok: true, refused: [] };
  };
  const outbox = new Outbox(worker, Promise.resolve(PAGE));
  addAll(outbox, 300);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(worker.heard).toEqual([]);
  isFull = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sorted(worker.heard)).toEqual(upTo(300));
});

test("the outbox logs a refused entry, sends the others, and doesn't send it again", async () => {
  const worker = new FakeWorker();
  worker.onFinished = async (batch) => {
    const index = batch.indexOf(60);
    return { ok: true, refused: index < 0 ? [] : [{ index, error: 'startedAt is not a number: null.' }] };
  };
  const outbox = new Outbox(worker, Promise.resolve(PAGE));
  addAll(outbox, 120);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sorted(worker.heard)).toEqual(upTo(120));
  expect(console.error).toHaveBeenCalledTimes(1);
  expect(worker.lost).toEqual([]);
});

test('the outbox asks a silent worker less and less often', async () => {
  const worker = new FakeWorker();
  worker.onFinished = async () => {
    throw STOPPED;
  };
  const outbox = new Outbox(worker, Promise.resolve(PAGE));
  outbox.add(finished(0));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(worker.messages).toBeGreaterThan(2);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(worker.messages).toBeGreaterThan(700);
  expect(worker.messages).toBeLessThan(750);
  worker.onFinished = async () => ({ ok: true, refused: [] });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(worker.heard).toEqual([0]);
});

test('the outbox drops the oldest of more than 5,000 waiting requests, and reports how many', async () => {
  const worker = new FakeWorker();
  worker.onFinished = async () => {
    throw STOPPED;
  };
  const outbox = new Outbox(worker, Promise.resolve(PAGE));
  addAll(outbox, 12_000);
  await vi.advanceTimersByTimeAsync(60_000);
  worker.onFinished = async () => ({ ok: true, refused: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sorted(worker.heard)).toEqual(upTo(12_000).slice(-worker.heard.length));
  expect(worker.heard).toHaveLength(5_000);
  expect(worker.lost).toEqual([{ count: 7_000, latest: 6_999 }]);
  expect(console.error).toHaveBeenCalled();
});

test('requests that CORS decides nothing about come last, and give up no other', async () => {
  const worker = new FakeWorker();
  worker.onFinished = async () => {
    throw STOPPED;
  };
  const outbox = new Outbox(worker, Promise.resolve(PAGE));
  for (const n of upTo(10_000)) outbox.add({ ...finished(20_000 + n), outside: { type: 'no-cors' } });
  addAll(outbox, 4_900);
  await vi.advanceTimersByTimeAsync(60_000);
  worker.onFinished = async () => ({ ok: true, refused: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(worker.heard.slice(0, 2_000).every((n) => n < 20_000)).toBe(true);
  const isOutside = (n: number) => n >= 20_000;
  expect(sorted(worker.heard.filter((n) => !isOutside(n)))).toEqual(upTo(4_900));
  expect(worker.heard.filter(isOutside)).toHaveLength(200);
  expect(worker.lost).toEqual([]);
  expect(worker.lostOutside).toEqual([{ count: 9_800, latest: 29_799 }]);
});
