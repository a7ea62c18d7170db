import { expect, test } from 'vitest';
import { DroppedCounts } from '../../src/background/dropped-counts.ts';
import { PageStore } from '../../src/background/page-store.ts';
import { WriteBehind } from '../../src/background/write-behind.ts';
import { droppedKey, parseDropped } from '../../src/store/stored.ts';
import { MemoryArea } from './memory-area.ts';

const TAB = 7;

function start() {
  const area = new MemoryArea();
  const writes = new WriteBehind(area);
  const pages = new PageStore(writes);
  const counts = new DroppedCounts(pages, writes);
  const navigate = (since: number) => pages.told(TAB, 'http://app.example.test', { since, heardAt: since });
  const stored = async () => {
    await writes.flush();
    return parseDropped(area.stored.get(droppedKey(TAB)) ?? '{}');
  };
  return { counts, navigate, stored };
}

test('requests that could not be stored are counted for the page and since the list was cleared', async () => {
  const { counts, navigate, stored } = start();
  navigate(1_000);
  counts.addUnheard(TAB, 3, 900);
  counts.addUnheard(TAB, 2, 1_500);
  expect((await stored())?.unheard).toEqual({ count: 5, ofPage: 2 });
  navigate(2_000);
  counts.addUnheard(TAB, 1, 2_500);
  expect(await stored()).toEqual({
    count: 0,
    ofPage: 0,
    since: 2_000,
    unheard: { count: 6, ofPage: 1 },
    outside: { count: 0, ofPage: 0 },
  });
  counts.clear(TAB);
  counts.addUnheard(TAB, 0, 3_000);
  expect(await stored()).toBeNull();
});
