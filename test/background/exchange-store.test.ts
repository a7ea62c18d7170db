import { describe, expect, test } from 'vitest';
import { DroppedCounts } from '../../src/background/dropped-counts.ts';
import { ExchangeStore } from '../../src/background/exchange-store.ts';
import { PageStore } from '../../src/background/page-store.ts';
import { WriteBehind } from '../../src/background/write-behind.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { type Owner, SERVICE_WORKER, tabOwner } from '../../src/cors/owner.ts';
import { MAX_EXCHANGES, MAX_OUTSIDE_EXCHANGES } from '../../src/observe/limits.ts';
import type { ExchangeRecord } from '../../src/observe/record.ts';
import { droppedKey, parseDropped, parseKey, serializeExchangeRecord } from '../../src/store/stored.ts';
import { MemoryArea } from './memory-area.ts';
import { preflightedCall } from './preflighted-call.ts';

const TAB = 7;
const ORIGIN = 'http://localhost:5173';
const SINCE = 1_700_000_000_000;

function startStore(area: MemoryArea) {
  const writes = new WriteBehind(area);
  const pages = new PageStore(writes);
  const dropped = new DroppedCounts(pages, writes);
  const exchanges = new ExchangeStore(writes, dropped, CHROME);
  pages.told(TAB, ORIGIN, { since: SINCE, heardAt: SINCE });
  const droppedOf = (tabId: number) => {
    const text = area.stored.get(droppedKey(tabId));
    return text === undefined ? null : parseDropped(text);
  };
  return { writes, pages, exchanges, droppedOf };
}

interface Call {
  readonly owner?: Owner;
  readonly end?: 'blocked' | 'passed' | 'never';
  /** How many characters more the answer has. */
  readonly length?: number;
}

/** The call that began `n` ms after the page was navigated to. */
function call(n: number, { owner = tabOwner(TAB), end = 'blocked', length = 0 }: Call = {}): ExchangeRecord {
  const moment = { url: `http://127.0.0.1:8000/${n}`, method: 'GET' };
  const at = (later: number) => ({ ...moment, timeStamp: SINCE + n + later / 10 });
  const allowed = [['Access-Control-Allow-Origin', '*']] as const;
  const answered = {
    ...at(2),
    phase: 'headers-received',
    response: {
      status: 200,
      headerList: end === 'passed' ? allowed : [['X-Long', 'v'.repeat(length)] as const],
    },
  } as const;
  const over =
    end === 'passed'
      ? ({ ...at(3), phase: 'completed' } as const)
      : ({ ...at(3), phase: 'error', error: 'net::ERR_FAILED' } as const);
  const request: NonNullable<ExchangeRecord['request']> = {
    source: {
      seenBy: 'webRequest',
      requestId: String(n),
      owner,
      frameId: 0,
      documentId: null,
      initiator: ORIGIN,
      resourceType: 'xmlhttprequest',
    },
    steps: [
      { ...at(0), phase: 'before-request' },
      { ...at(1), phase: 'before-send-headers', requestHeaders: [['Origin', ORIGIN]] },
      ...(end === 'never' ? [] : [answered, over]),
    ],
  };
  return { request, preflights: [], overridden: false, note: null };
}

/** The same as a request that CORS decides nothing about. */
function outside(record: ExchangeRecord): ExchangeRecord {
  return {
    ...record,
    note: { location: null, error: null, resourceType: null, outside: { type: 'no-cors' } },
  };
}

/** The numbers of the calls that are stored, in the order of time. */
function storedCalls(area: MemoryArea): readonly number[] {
  const ids = [...area.stored.keys()].flatMap((key) => {
    const parsed = parseKey(key);
    return parsed?.type === 'exchange' ? Number(parsed.id) : [];
  });
  return ids.sort((one, other) => one - other);
}

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, n) => from + n);

describe('what is kept of a flood', () => {
  test('of one tab: the newest, as many as are kept for a tab; what was dropped is counted', async () => {
    const area = new MemoryArea();
    const { writes, exchanges, droppedOf } = startStore(area);
    for (const n of upTo(5_000)) {
      exchanges.put(call(n));
      if (n % 100 === 0) await writes.flush();
    }
    await writes.flush();
    const kept = storedCalls(area);
    expect(kept.length).toBeGreaterThan(MAX_EXCHANGES.perTab * 0.89);
    expect(kept.length).toBeLessThanOrEqual(MAX_EXCHANGES.perTab);
    expect(kept).toEqual(upTo(kept.length, 5_000 - kept.length));
    const gone = 5_000 - kept.length;
    expect(droppedOf(TAB)).toMatchObject({ count: gone, ofPage: gone, since: SINCE });
  });

  test('of many tabs: as many as are kept in all', async () => {
    const area = new MemoryArea();
    const { writes, exchanges } = startStore(area);
    for (const n of upTo(10_000)) exchanges.put(call(n, { owner: tabOwner(n % 50) }));
    await writes.flush();
    expect(storedCalls(area).length).toBeLessThanOrEqual(MAX_EXCHANGES.inAll);
    expect(storedCalls(area).length).toBeGreaterThan(MAX_EXCHANGES.inAll * 0.89);
  });

  test('calls that passed go before those that were blocked', async () => {
    const area = new MemoryArea();
    const { writes, exchanges } = startStore(area);
    for (const n of upTo(1_000)) exchanges.put(call(n));
    for (const n of upTo(2_000, 1_000)) exchanges.put(call(n, { end: 'passed' }));
    await writes.flush();
    expect(storedCalls(area).slice(0, 1_000)).toEqual(upTo(1_000));
  });

  test('a flood of requests that CORS decides nothing about drops none that it is for, and is counted apart', async () => {
    const area = new MemoryArea();
    const { writes, exchanges, droppedOf } = startStore(area);
    for (const n of upTo(1_300)) exchanges.put(call(n, { end: n % 2 === 0 ? 'passed' : 'blocked' }));
    for (const n of upTo(5_000, 10_000)) {
      exchanges.put(outside(call(n, { end: 'passed' })));
      if (n % 100 === 0) await writes.flush();
    }
    await writes.flush();
    const kept = storedCalls(area);
    expect(kept.slice(0, 1_300)).toEqual(upTo(1_300));
    const others = kept.slice(1_300);
    expect(others.length).toBeGreaterThan(MAX_OUTSIDE_EXCHANGES * 0.89);
    expect(others.length).toBeLessThanOrEqual(MAX_OUTSIDE_EXCHANGES);
    expect(others).toEqual(upTo(others.length, 15_000 - others.length));
    const gone = 5_000 - others.length;
    expect(droppedOf(TAB)).toMatchObject({ count: 0, ofPage: 0, outside: { count: gone, ofPage: gone } });
  });

  test('where room is needed for all, they go first', async () => {
    const area = new MemoryArea();
    const { writes, exchanges } = startStore(area);
    for (const n of upTo(150, 10_000)) exchanges.put(outside(call(n, { end: 'passed' })));
    for (const n of upTo(1_480)) exchanges.put(call(n, { end: 'passed' }));
    await writes.flush();
    expect(storedCalls(area).filter((n) => n < 10_000)).toEqual(upTo(1_480));
  });

  test('calls that are under way are not dropped for older ones that were blocked', async () => {
    const area = new MemoryArea();
    const { writes, exchanges, droppedOf } = startStore(area);
    for (const n of upTo(5_000)) {
      exchanges.put(call(n, { end: 'never' }));
      if (n >= 20) exchanges.put(call(n - 20));
    }
    await writes.flush();
    expect(droppedOf(TAB)?.count).toBe(5_000 - storedCalls(area).length);
  });

  test('calls that never end make no more wait to be written than are kept', async () => {
    const area = new MemoryArea();
    const { writes, exchanges } = startStore(area);
    let most = 0;
    for (const n of upTo(30_000)) {
      exchanges.put(call(n, { end: 'never' }));
      most = Math.max(most, writes.size);
    }
    expect(most).toBeLessThanOrEqual(MAX_EXCHANGES.perTab + 3);
    await writes.flush();
    for (const n of upTo(30_000, 30_000)) {
      exchanges.put(call(n, { end: 'never' }));
      most = Math.max(most, writes.size);
    }
    expect(most).toBeLessThanOrEqual(2 * MAX_EXCHANGES.perTab + 3);
    await writes.flush();
    expect(writes.size).toBe(0);
    expect(storedCalls(area).length).toBeLessThanOrEqual(MAX_EXCHANGES.perTab);
  });
});

describe('preflighted calls with ordinary headers', () => {
  test('fit into a tab as many as are kept for one', async () => {
    expect(serializeExchangeRecord(preflightedCall(0, TAB, SINCE)).length).toBeGreaterThan(3_300);
    const area = new MemoryArea();
    const { writes, exchanges } = startStore(area);
    for (const n of upTo(MAX_EXCHANGES.perTab)) {
      exchanges.put(preflightedCall(n, TAB, SINCE));
      if (n % 100 === 0) await writes.flush();
    }
    await writes.flush();
    expect(storedCalls(area)).toEqual(upTo(MAX_EXCHANGES.perTab));
  });

  test('of many tabs: about as many as docs/limits.md says, the newest', async () => {
    const area = new MemoryArea();
    const { writes, exchanges } = startStore(area);
    for (const n of upTo(6_000)) {
      exchanges.put(preflightedCall(n, n % 50, SINCE));
      if (n % 100 === 0) await writes.flush();
    }
    await writes.flush();
    const kept = storedCalls(area);
    expect(kept).toEqual(upTo(kept.length, 6_000 - kept.length));
    expect(kept.length).toBeGreaterThan(2_300 * 0.89);
    expect(kept.length).toBeLessThan(2_300 * 1.05);
  });
});

describe('answers of 200 KB', () => {
  test('leave what other tabs have alone, and the newest are there', async () => {
    const area = new MemoryArea();
    const { writes, exchanges } = startStore(area);
    for (const n of upTo(20)) exchanges.put(call(n, { owner: tabOwner(8), end: 'passed' }));
    for (const n of upTo(200, 1_000)) exchanges.put(call(n, { length: 200_000 }));
    await writes.flush();
    await writes.flush();
    const kept = storedCalls(area);
    expect(kept.slice(0, 20)).toEqual(upTo(20));
    expect(kept.slice(20)).toEqual(upTo(kept.length - 20, 1_220 - kept.length));
    expect(kept.length).toBeGreaterThan(30);
  });
});

describe('what was dropped', () => {
  test('is counted for the page and for the tab', async () => {
    const area = new MemoryArea();
    const { writes, pages, exchanges, droppedOf } = startStore(area);
    for (const n of upTo(1_501)) exchanges.put(call(n));
    pages.told(TAB, ORIGIN, { since: SINCE + 2_000, heardAt: SINCE + 2_000 });
    for (const n of upTo(151, 2_000)) exchanges.put(call(n));
    await writes.flush();
    expect(droppedOf(TAB)).toMatchObject({ count: 302, ofPage: 0, since: SINCE + 2_000 });
  });

  test("of a service worker's calls is counted where its pages are shown", async () => {
    const area = new MemoryArea();
    const { writes, exchanges, droppedOf } = startStore(area);
    for (const n of upTo(1_501)) exchanges.put(call(n, { owner: SERVICE_WORKER }));
    await writes.flush();
    expect([droppedOf(TAB)?.count, droppedOf(-1)]).toEqual([151, null]);
  });
});

describe('when the area is full', () => {
  const stranger = 'x'.repeat(100_000);

  test('the newest calls have the room there is, and pages are still written', async () => {
    const area = new MemoryArea(200_000);
    area.stored.set('stranger', stranger);
    const { writes, pages, exchanges, droppedOf } = startStore(area);
    for (const n of upTo(1_000)) {
      exchanges.put(call(n));
      if (n % 10 === 0) await writes.flush();
    }
    pages.told(8, ORIGIN, { since: SINCE, heardAt: SINCE });
    await writes.flush();
    // What was dropped meanwhile.
    await writes.flush();
    const kept = storedCalls(area);
    expect(kept.length).toBeGreaterThan(50);
    expect(kept).toEqual(upTo(kept.length, 1_000 - kept.length));
    expect(droppedOf(TAB)?.count).toBe(1_000 - kept.length);
    expect(area.stored.has('page/8')).toBe(true);
    expect(area.stored.get('stranger')).toBe(stranger);
  });

  test('also in one burst the oldest go, not what happens to be written last', async () => {
    const area = new MemoryArea(200_000);
    area.stored.set('stranger', stranger);
    const { writes, exchanges } = startStore(area);
    for (const n of upTo(1_000)) exchanges.put(call(n));
    await writes.flush();
    const kept = storedCalls(area);
    expect(kept.length).toBeGreaterThan(50);
    expect(kept).toEqual(upTo(kept.length, 1_000 - kept.length));
  });

  test('of strangers alone, nothing is kept, and what comes when there is room again is', async () => {
    const area = new MemoryArea(100_100);
    area.stored.set('stranger', stranger);
    const { writes, exchanges } = startStore(area);
    exchanges.put(call(1));
    await expect(writes.flush()).rejects.toThrow('full');
    expect(exchanges.index.all()).toEqual([]);
    await expect(writes.writeNow('overrides', 'x'.repeat(100))).rejects.toThrow('full');
    area.stored.delete('stranger');
    exchanges.put(call(2));
    await writes.flush();
    expect(storedCalls(area)).toEqual([2]);
  });

  test('an override takes the room of the oldest calls', async () => {
    const area = new MemoryArea(100_000);
    const { writes, exchanges } = startStore(area);
    for (const n of upTo(1_000)) exchanges.put(call(n));
    await writes.flush();
    await writes.writeNow('overrides', 'x'.repeat(50_000));
    expect(area.stored.has('overrides')).toBe(true);
    expect(storedCalls(area).at(-1)).toBe(999);
  });
});
