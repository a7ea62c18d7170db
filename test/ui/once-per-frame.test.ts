import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { oncePerFrame } from '../../src/ui/once-per-frame.ts';

/** In ms. */
const FRAME = 16;

/** How long the task takes each time, in ms; how often it was run, and for how long in all. */
let cost = 0;
let runs = 0;
let worked = 0;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  // Node draws no frames.
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, FRAME));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  // The timers' clock stands still while the task is at work.
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() + worked);
  cost = 0;
  runs = 0;
  worked = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function task(): void {
  runs++;
  worked += cost;
}

/** Asks in every millisecond, for so many. */
function flood(request: () => void, duration: number): void {
  for (let passed = 0; passed < duration; passed++) {
    request();
    vi.advanceTimersByTime(1);
  }
}

test('oncePerFrame runs the task once for all requests until the next frame', () => {
  const request = oncePerFrame(task);
  request();
  request();
  expect(runs).toBe(0);
  vi.advanceTimersByTime(FRAME);
  expect(runs).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(runs).toBe(1);
});

test('oncePerFrame runs the task again for a request during the task', () => {
  const request = oncePerFrame(() => {
    task();
    if (runs === 1) request();
  });
  request();
  vi.advanceTimersByTime(100);
  expect(runs).toBe(2);
});

test('oncePerFrame runs a task again that has thrown', () => {
  const request = oncePerFrame(() => {
    task();
    throw new Error('Not this time.');
  });
  for (let time = 1; time <= 2; time++) {
    request();
    expect(() => vi.advanceTimersByTime(100)).toThrow('Not this time.');
    vi.advanceTimersByTime(100);
    expect(runs).toBe(time);
  }
});

test('oncePerFrame runs light work in every frame', () => {
  cost = 1;
  flood(oncePerFrame(task), 1_600);
  expect(runs).toBeGreaterThan(80);
});

test('oncePerFrame gives heavy work a third of the time at most, and leaves nothing undone', () => {
  cost = 50;
  const request = oncePerFrame(task);
  flood(request, 20_000);
  expect(worked / (20_000 + worked)).toBeLessThan(1 / 3);
  request();
  const before = runs;
  vi.advanceTimersByTime(1_000);
  expect(runs).toBe(before + 1);
});

test('after a calm time a few calls are shown at once, however long the list', () => {
  cost = 50;
  const request = oncePerFrame(task);
  flood(request, 20_000);
  vi.advanceTimersByTime(5_000);
  const before = runs;
  flood(request, 100);
  expect(runs - before).toBeGreaterThanOrEqual(4);
});

test('after one that took minutes, as when the machine slept, it is run again soon', () => {
  cost = 600_000;
  const request = oncePerFrame(task);
  request();
  vi.advanceTimersByTime(100);
  request();
  vi.advanceTimersByTime(1_000);
  expect(runs).toBe(2);
});
