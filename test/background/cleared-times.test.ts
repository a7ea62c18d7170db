import { expect, test } from 'vitest';
import { ClearedTimes } from '../../src/background/cleared-times.ts';
import { WriteBehind } from '../../src/background/write-behind.ts';
import { parseKey } from '../../src/store/stored.ts';
import { MemoryArea } from './memory-area.ts';

/** A worker that starts with what is stored. */
function start(area: MemoryArea) {
  const writes = new WriteBehind(area);
  const times = new ClearedTimes(writes);
  for (const [key, text] of area.stored) {
    const parsed = parseKey(key);
    if (parsed?.type === 'cleared') times.load(parsed.tabId, text);
  }
  return { writes, times };
}

test('the next worker knows when lists were cleared, each under a key of its tab', async () => {
  const area = new MemoryArea();
  const { writes, times } = start(area);
  times.set(7, 1_000);
  times.set(8, 2_000);
  times.set(7, 3_000);
  await writes.flush();
  const next = start(area);
  expect([next.times.get(7), next.times.get(8), next.times.get(9)]).toEqual([3_000, 2_000, undefined]);
});

test('of a closed tab nothing is left', async () => {
  const area = new MemoryArea();
  const { writes, times } = start(area);
  times.set(7, 1_000);
  await writes.flush();
  times.delete(7);
  await writes.flush();
  expect([times.get(7), area.stored.size]).toEqual([undefined, 0]);
});
