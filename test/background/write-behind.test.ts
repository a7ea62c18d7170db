import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WriteBehind } from '../../src/background/write-behind.ts';
import { MemoryArea } from './memory-area.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** An area whose writes and removals take a while, and fail where `fails` says so. */
class FailingArea extends MemoryArea {
  fails: () => boolean = () => false;
  /** When something was tried, in ms. */
  readonly tried: number[] = [];

  override async write(entries: ReadonlyMap<string, string>): Promise<boolean> {
    await this.#try();
    return await super.write(entries);
  }

  override async remove(keys: readonly string[]): Promise<void> {
    await this.#try();
    await super.remove(keys);
  }

  async #try(): Promise<void> {
    this.tried.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, 3));
    if (this.fails()) throw new Error('IO');
  }
}

/** Tried at once, then after longer and longer pauses. */
const LONG_ENOUGH = 60_000;

test('what could not be written or removed is, as soon as the area works again', async () => {
  const area = new FailingArea();
  area.stored.set('gone', 'x');
  let broken = true;
  area.fails = () => broken;
  const writes = new WriteBehind(area);
  writes.set('a', () => 'A');
  writes.remove('gone');
  await vi.advanceTimersByTimeAsync(5_000);
  expect([...area.stored.keys()]).toEqual(['gone']);
  broken = false;
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH);
  expect([...area.stored]).toEqual([['a', 'A']]);
  expect(writes.size).toBe(0);
});

test('between two tries there is a pause, longer each time, of ten seconds at most', async () => {
  const area = new FailingArea();
  area.fails = () => true;
  const writes = new WriteBehind(area);
  for (let time = 0; time < 100_000; time += 10) {
    writes.set('a', () => String(time));
    await vi.advanceTimersByTimeAsync(10);
  }
  const pauses = area.tried.slice(1).map((time, index) => time - (area.tried[index] ?? 0));
  expect(pauses[0]).toBeGreaterThanOrEqual(200);
  expect(Math.max(...pauses)).toBeGreaterThan(9_000);
  expect(Math.max(...pauses)).toBeLessThan(11_000);
  expect(area.tried.length).toBeLessThan(20);
});

test('a write that keeps failing is told once, and again that it is over', async () => {
  const area = new FailingArea();
  let broken = true;
  area.fails = () => broken;
  const writes = new WriteBehind(area);
  const told: unknown[] = [];
  writes.onTrouble = (error) => told.push(error === null ? null : String(error));
  writes.set('a', () => 'A');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told).toEqual(['Error: IO']);
  expect(console.error).toHaveBeenCalledTimes(1);
  broken = false;
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH);
  expect(told).toEqual(['Error: IO', null]);
});

test('what is read has the latest changes, also those that could not be stored yet', async () => {
  const area = new FailingArea();
  area.stored.set('gone', 'x');
  area.stored.set('old', 'x');
  area.fails = () => true;
  const writes = new WriteBehind(area);
  writes.remove('gone');
  writes.set('old', () => 'new');
  writes.set('a', () => 'A');
  await vi.advanceTimersByTimeAsync(1);
  const reading = writes.read(['gone', 'old', 'a', 'none']);
  await vi.advanceTimersByTimeAsync(100);
  expect([...(await reading)]).toEqual([
    ['old', 'new'],
    ['a', 'A'],
  ]);
});

test('whatever fails, and whenever: in the end the area has the last state of each key', async () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd');
  const step = fc.oneof(
    fc.record({ type: fc.constant('set' as const), key, text: fc.string({ maxLength: 20 }) }),
    fc.record({ type: fc.constant('remove' as const), key }),
    fc.record({ type: fc.constant('flush' as const) }),
    fc.record({ type: fc.constant('wait' as const), time: fc.nat(400) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.array(fc.boolean(), { maxLength: 60 }),
      async (steps, failures) => {
        const area = new FailingArea();
        area.stored.set('a', 'from before');
        const wanted = new Map(area.stored);
        const coming = [...failures];
        area.fails = () => coming.shift() ?? false;
        const writes = new WriteBehind(area);
        for (const one of steps) {
          if (one.type === 'set') {
            wanted.set(one.key, one.text);
            writes.set(one.key, () => one.text);
          } else if (one.type === 'remove') {
            wanted.delete(one.key);
            writes.remove(one.key);
          } else if (one.type === 'flush') writes.flush().catch(() => {});
          else await vi.advanceTimersByTimeAsync(one.time);
        }
        await vi.advanceTimersByTimeAsync(20 * LONG_ENOUGH);
        expect(new Map([...area.stored].sort())).toEqual(new Map([...wanted].sort()));
        expect(writes.size).toBe(0);
      },
    ),
    { numRuns: 200 },
  );
});

test('where the area is full, what is given up makes room for what is tried again', async () => {
  const area = new FailingArea(100);
  area.stored.set('old', 'x'.repeat(80));
  let failures = 1;
  area.fails = () => failures-- > 0;
  const writes = new WriteBehind(area);
  writes.makeRoom = () => {
    writes.remove('old');
    return true;
  };
  writes.set('new', () => 'y'.repeat(80));
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH);
  expect([...area.stored.keys()]).toEqual(['new']);
});
