import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { detailsOf, makeBlockedCall, startCall } from '../support/blocked-call.ts';
import { FakeBrowser } from '../support/fake-browser.ts';
import { quit, startWorker } from '../support/start-worker.ts';

const TARGET = 'http://127.0.0.1:8000/';

let fake: FakeBrowser;
let tabId: number;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  fake = new FakeBrowser();
  tabId = fake.addTab('http://localhost:5173/');
});
afterEach(() => {
  quit(fake);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The URLs of the report, once all has settled. */
async function reported(): Promise<readonly string[]> {
  const report = await fake.send({ type: 'exportReport', tabId });
  if (typeof report !== 'object' || report === null || !('exchanges' in report)) {
    throw new Error(`This is no report: ${JSON.stringify(report)}`);
  }
  return (report.exchanges as readonly { url: string }[]).map(({ url }) => url);
}

async function call(requestId: string, url = `${TARGET}${requestId}`): Promise<void> {
  makeBlockedCall(fake, tabId, requestId, url);
  await vi.advanceTimersByTimeAsync(200);
  await fake.idle();
}

const LATER = 120_000;

/** Such as two overrides with their rules, as an earlier worker has left them. */
async function switchOn(): Promise<void> {
  // The page is loaded under the extension's eyes.
  fake.navigate(tabId, 'http://localhost:5173/');
  await vi.advanceTimersByTimeAsync(100);
  const command = {
    type: 'setOverride',
    tabId,
    pageOrigin: 'http://localhost:5173',
    targetOrigin: 'http://127.0.0.1:8000',
    enabled: true,
  };
  expect(await fake.send(command)).toEqual({ ok: true });
  expect(fake.rules.session.length).toBeGreaterThan(0);
}

describe('whatever fails when the worker starts, commands are answered and calls are observed', () => {
  const REFUSALS = [
    'declarativeNetRequest.updateSessionRules',
    'declarativeNetRequest.getSessionRules',
    'declarativeNetRequest.getDynamicRules',
    'declarativeNetRequest.updateDynamicRules',
    'storage.session.get',
    'storage.session.getKeys',
    'storage.session.remove',
    'storage.session.set',
    'storage.managed.get',
    'tabs.query',
    'alarms.create',
    'alarms.clear',
    'alarms.get',
    'debugger.getTargets',
    'permissions.contains',
    'tabs.get',
    'action.setTitle',
  ];

  test.each(REFUSALS)('%s', async (method) => {
    await startWorker(fake);
    await call('1');
    await switchOn();
    const closed = fake.addTab('http://localhost:5173/');
    makeBlockedCall(fake, closed, '7', TARGET);
    await vi.advanceTimersByTimeAsync(200);
    fake.stopWorker();
    fake.closeTab(closed);
    const rules = fake.rules.session;
    fake.fail(method, 'Internal error.', { times: 3 });
    await startWorker(fake);
    await call('2');
    expect(fake.errors).toEqual([]);
    await vi.advanceTimersByTimeAsync(LATER);
    await fake.idle();
    expect(await reported()).toEqual([`${TARGET}1`, `${TARGET}2`]);
    expect([...fake.session.items.keys()]).toContain(`exchange/${tabId}/2`);
    expect(fake.rules.session).toEqual(rules);
    expect(await fake.send({ type: 'clearExchanges', tabId })).toEqual({ ok: true });
    expect(await reported()).toEqual([]);
  });

  test.each(['exchange', 'page', 'dropped', 'index'])('a stored %s that is no JSON', async (type) => {
    await startWorker(fake);
    await call('1');
    fake.stopWorker();
    fake.session.plant(`${type}/${tabId}/x`, '{"schema":5,"value":');
    fake.session.plant(`${type}/${tabId}`, '{"schema":5,"value":');
    await startWorker(fake);
    await call('2');
    expect(await reported()).toEqual([`${TARGET}1`, `${TARGET}2`]);
  });

  test.each(['null', '{}', '{"schema":5}', '{"schema":5,"value":{"request":1}}'])(
    'a stored exchange that is %s; it is removed',
    async (text) => {
      fake.session.plant(`exchange/${tabId}/x`, text);
      await startWorker(fake);
      await call('2');
      expect(await reported()).toEqual([`${TARGET}2`]);
      expect(fake.session.items.has(`exchange/${tabId}/x`)).toBe(false);
    },
  );
});

test('what fails is said in the log once, and by the tooltip until it has succeeded', async () => {
  const plain = async () => {
    await vi.advanceTimersByTimeAsync(200);
    await fake.idle();
    return fake.badges.get(tabId)?.title?.includes('keeps trying');
  };
  fake.fail('storage.session.getKeys', 'IO', { times: 4 });
  await startWorker(fake);
  expect(await plain()).toBe(true);
  await vi.advanceTimersByTimeAsync(LATER);
  expect(await plain()).toBe(false);
  const said = vi
    .mocked(console.error)
    .mock.calls.filter(([text]) => String(text).includes('take up what is stored'));
  expect(said.length).toBe(1);
});

test('what a tab has left that was closed while the worker was away is removed, also when that fails at first', async () => {
  await startWorker(fake);
  const closed = fake.addTab('http://localhost:5173/');
  makeBlockedCall(fake, closed, '7', TARGET);
  await vi.advanceTimersByTimeAsync(200);
  fake.stopWorker();
  fake.closeTab(closed);
  fake.fail('storage.session.remove', 'IO');
  await startWorker(fake);
  await vi.advanceTimersByTimeAsync(LATER);
  expect([...fake.session.items.keys()].filter((key) => key.includes(`/${closed}`))).toEqual([]);
});

describe('the worker reads no more than it needs when it starts', () => {
  async function manyCalls(count: number): Promise<void> {
    await startWorker(fake);
    for (let n = 1; n <= count; n++)
      makeBlockedCall(fake, tabId, String(n), `${TARGET}${n}?${'x'.repeat(500)}`);
    await vi.advanceTimersByTimeAsync(5_000);
    await fake.idle();
    fake.stopWorker();
  }

  async function readAtStart(): Promise<number> {
    fake.session.charactersRead = 0;
    await startWorker(fake);
    return fake.session.charactersRead;
  }

  test('of calls that are over, a tenth of what is stored at most', async () => {
    await manyCalls(200);
    await vi.advanceTimersByTimeAsync(20_000);
    const read = await readAtStart();
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(fake.session.size / 10);
    await call('1000');
    expect(fake.badges.get(tabId)?.text).toBe('99+');
    expect((await reported()).length).toBe(201);
  });

  test('calls that are not over, or only just are, are read: DevTools may tell more of them', async () => {
    await manyCalls(20);
    expect(await readAtStart()).toBeGreaterThan(fake.session.size / 2);
  });

  test('calls that the index does not know are read, and those that are gone are not missed', async () => {
    await manyCalls(200);
    await vi.advanceTimersByTimeAsync(20_000);
    const index = [...fake.session.items.keys()].filter((key) => key.startsWith('index/'));
    fake.session.plant(index[0] ?? '', undefined);
    fake.session.plant(`exchange/${tabId}/150`, undefined);
    await startWorker(fake);
    expect((await reported()).length).toBe(199);
    // From then on the index knows them.
    await vi.advanceTimersByTimeAsync(1_000);
    fake.stopWorker();
    expect(await readAtStart()).toBeLessThan(fake.session.size / 10);
  });
});

test('wherever the worker is stopped, the next knows just what is stored', async () => {
  for (let stop = 1; stop <= 7; stop++) {
    for (const takesEffect of [true, false]) {
      fake.session.change(Object.fromEntries([...fake.session.items.keys()].map((key) => [key, undefined])));
      await startWorker(fake);
      for (let n = 1; n <= 10; n++) makeBlockedCall(fake, tabId, String(n), `${TARGET}${n}`);
      await vi.advanceTimersByTimeAsync(200);
      fake.stopWorkerAt(stop, { takesEffect });
      for (let n = 60; n <= 70; n++) makeBlockedCall(fake, tabId, String(n), `${TARGET}${n}`);
      await vi.advanceTimersByTimeAsync(200);
      const clearing = fake.send({ type: 'clearExchanges', tabId }).catch(() => {});
      await vi.advanceTimersByTimeAsync(200);
      for (let n = 76; n <= 78; n++) makeBlockedCall(fake, tabId, String(n), `${TARGET}${n}`);
      await vi.advanceTimersByTimeAsync(20_000);
      fake.stopWorker();
      await startWorker(fake);
      await vi.advanceTimersByTimeAsync(20_000);
      await clearing;
      fake.stopWorker();
      await startWorker(fake);
      const stored = [...fake.session.items].flatMap(([key]) =>
        key.startsWith(`exchange/${tabId}/`) ? key : [],
      );
      const urls = await reported();
      expect(urls.length).toBe(stored.length);
      const indexed = [...fake.session.items]
        .filter(([key]) => key.startsWith('index/'))
        .map(([, text]) => String(text));
      for (const key of stored) {
        expect(indexed.filter((text) => text.includes(`["${key.split('/')[2]}",`)).length).toBe(1);
      }
    }
  }
});

describe('what DevTools tells long after its end, since no worker has replied', () => {
  const finished = (startedAt: number) => ({
    requestId: 'devtools-1',
    url: `${TARGET}1`,
    method: 'GET',
    resourceType: 'fetch',
    startedAt,
    endedAt: startedAt + 50,
    requestHeaders: [['Origin', 'http://localhost:5173']],
    status: 200,
    responseHeaders: [],
    redirectUrl: null,
    error: 'net::ERR_FAILED',
    location: null,
  });

  /** A preflight without an answer to it, and its call, which was never sent. */
  const preflighted = (startedAt: number) => [
    {
      ...finished(startedAt),
      requestId: 'devtools-2',
      method: 'OPTIONS',
      resourceType: 'preflight',
      requestHeaders: [
        ['Origin', 'http://localhost:5173'],
        ['Access-Control-Request-Method', 'GET'],
        ['Access-Control-Request-Headers', 'x-asked'],
      ],
      error: null,
    },
    { ...finished(startedAt), requestHeaders: [], status: 0 },
  ];

  test.each([
    ['as soon as the next worker starts', 0],
    ['once that has forgotten the call', 20_000],
  ])('is no second row of a call that the last worker stored: %s', async (_, wait) => {
    await startWorker(fake);
    const startedAt = Date.now();
    await call('1');
    fake.stopWorker();
    await vi.advanceTimersByTimeAsync(30_000);
    await startWorker(fake);
    await vi.advanceTimersByTimeAsync(wait);
    // The ledger sweeps as events come in.
    if (wait > 0) await call('2');
    const told = fake.send({ type: 'reportFinished', tabId, finished: [finished(startedAt)] });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await told).toEqual({ ok: true, refused: [] });
    expect(await reported()).toEqual(wait > 0 ? [`${TARGET}1`, `${TARGET}2`] : [`${TARGET}1`]);
  });

  test('is the rest of a call of which the last workers saw only the start and the end', async () => {
    await startWorker(fake);
    const startedAt = Date.now();
    const details = startCall(fake, tabId, '1', `${TARGET}1`);
    await vi.advanceTimersByTimeAsync(200);
    fake.stopWorker();
    await startWorker(fake);
    fake.webRequest.onErrorOccurred.fire({ ...details, error: 'net::ERR_FAILED' });
    await vi.advanceTimersByTimeAsync(200);
    fake.stopWorker();
    await vi.advanceTimersByTimeAsync(30_000);
    await startWorker(fake);
    const told = fake.send({ type: 'reportFinished', tabId, finished: [finished(startedAt)] });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await told).toEqual({ ok: true, refused: [] });
    const report = await fake.send({ type: 'exportReport', tabId });
    expect(report).toMatchObject({ exchanges: [{ url: `${TARGET}1`, outcome: 'blocked' }] });
  });

  test.each([
    ['has forgotten it', 6_000, 0],
    ['is about to forget it', 3_900, 450],
  ])('is one row with a call of which this worker heard only the end, and %s', async (_, wait, more) => {
    await startWorker(fake);
    await vi.advanceTimersByTimeAsync(1_000);
    const startedAt = Date.now();
    const details = detailsOf(fake, tabId, '1', `${TARGET}1`);
    fake.webRequest.onErrorOccurred.fire({ ...details, error: 'net::ERR_FAILED' });
    await vi.advanceTimersByTimeAsync(wait);
    // The ledger sweeps as events come in.
    await call('2');
    await vi.advanceTimersByTimeAsync(more);
    const told = fake.send({ type: 'reportFinished', tabId, finished: preflighted(startedAt) });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await told).toEqual({ ok: true, refused: [] });
    expect(await fake.send({ type: 'exportReport', tabId })).toMatchObject({
      exchanges: [
        { url: `${TARGET}1`, outcome: 'blocked', preflight: { status: 200 } },
        { url: `${TARGET}2` },
      ],
    });
  });

  test.each([
    ['preflight', false],
    ['call', true],
  ])('is one row of a call and its preflight that no worker saw, the %s first', async (_, isReversed) => {
    await startWorker(fake);
    const [preflight, unsent] = preflighted(Date.now());
    for (const one of isReversed ? [unsent, preflight] : [preflight, unsent]) {
      const told = fake.send({ type: 'reportFinished', tabId, finished: [one] });
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await told).toEqual({ ok: true, refused: [] });
    }
    expect(await fake.send({ type: 'exportReport', tabId })).toMatchObject({
      exchanges: [{ url: `${TARGET}1`, outcome: 'blocked', preflight: { status: 200 } }],
    });
    const stored = [...fake.session.items.keys()].filter((key) => key.startsWith(`exchange/${tabId}/`));
    expect(stored).toHaveLength(1);
  });
});
