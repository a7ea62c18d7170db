import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Consent } from '../../src/override/consent.ts';
import type { Override } from '../../src/override/override.ts';
import { OVERRIDES_KEY, parseOverrides } from '../../src/store/stored.ts';
import { FakeBrowser } from '../support/fake-browser.ts';
import { quit, startWorker } from '../support/start-worker.ts';

const PAGE = 'http://localhost:5174';
const OTHER = 'http://localhost:9999';
const API = 'http://127.0.0.1:11434';
const NOW = 1_700_000_000_000;
const ANSWERING: readonly Consent[] = ['answer-preflight'];
const FULL = 'Session storage quota bytes exceeded. Values were not stored.';

let fake: FakeBrowser;
let tabId: number;
let complaints: readonly unknown[][];
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  complaints = error.mock.calls;
  fake = new FakeBrowser();
  await startWorker(fake);
  tabId = await openPage(PAGE);
});
afterEach(() => {
  expect(fake.errors).toEqual([]);
  quit(fake);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function openPage(origin: string): Promise<number> {
  const id = fake.addTab('about:blank');
  fake.navigate(id, `${origin}/`);
  await later(100);
  return id;
}

function setOverride(tab: number, enabled: boolean, allow: readonly Consent[] = [], targetOrigin = API) {
  const pair = { tabId: tab, pageOrigin: PAGE, targetOrigin };
  return fake.send({ type: 'setOverride', ...pair, enabled, ...(enabled ? { allow } : {}) });
}

/** The tabs that rules change headers for. */
function ruledTabs(): readonly number[] {
  const rules = fake.rules.session.filter(({ action }) => action.type === 'modifyHeaders');
  return [...new Set(rules.flatMap(({ condition }) => condition.tabIds ?? []))];
}

function stored(): readonly Override[] {
  const text = fake.session.items.get(OVERRIDES_KEY);
  return parseOverrides(typeof text === 'string' ? text : null);
}

function badgeOf(tab: number): string | undefined {
  return fake.badges.get(tab)?.text;
}

async function later(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await fake.idle();
}

describe('an override whose tab the debugger may not enter', () => {
  test('hinders no other from being switched on and off, and says so itself', async () => {
    const other = await openPage(PAGE);
    expect(await setOverride(tabId, true, ANSWERING)).toEqual({ ok: true });
    fake.debugger.refused.set(
      `tab ${tabId}`,
      'Cannot access a chrome-extension:// URL of different extension',
    );
    fake.debugger.detach({ tabId }, 'target_closed');
    await fake.idle();
    expect(await setOverride(other, true)).toEqual({ ok: true });
    expect(ruledTabs()).toEqual([tabId, other]);
    expect(stored().map(({ refused }) => refused)).toEqual(['debugger', null]);
    await later(200);
    expect([badgeOf(tabId), badgeOf(other)]).toEqual(['ON!', 'ON']);
    expect(await setOverride(other, false)).toEqual({ ok: true });
    expect(ruledTabs()).toEqual([tabId]);
    expect(await setOverride(tabId, false)).toEqual({ ok: true });
    expect(ruledTabs()).toEqual([]);
  });

  test('is not switched on where it was asked to answer preflights, and keeps what it could do before', async () => {
    fake.debugger.refused.set(`tab ${tabId}`, 'Cannot access a chrome:// URL');
    expect(await setOverride(tabId, true, ANSWERING)).toMatchObject({ ok: false });
    expect([ruledTabs(), stored()]).toEqual([[], []]);
    await setOverride(tabId, true);
    expect(await setOverride(tabId, true, ANSWERING)).toMatchObject({ ok: false });
    expect(ruledTabs()).toEqual([tabId]);
    expect(stored().map(({ allow }) => allow)).toEqual([[]]);
  });

  test('takes a consent that needs no debugger, and still says that its preflights are not answered', async () => {
    await setOverride(tabId, true, ANSWERING);
    fake.loadFrame(tabId, 'chrome-extension://another/frame.html');
    await fake.idle();
    expect(await setOverride(tabId, true, ['service-worker'])).toEqual({ ok: true });
    expect(stored()).toMatchObject([{ allow: [...ANSWERING, 'service-worker'], refused: 'debugger' }]);
    expect(await setOverride(tabId, true, [...ANSWERING, 'opaque-origin'])).toMatchObject({ ok: false });
    expect(stored()).toMatchObject([{ allow: [...ANSWERING, 'service-worker'], refused: 'debugger' }]);
  });

  test('has its preflights answered once that is possible again', async () => {
    await setOverride(tabId, true, ANSWERING);
    const frameId = fake.loadFrame(tabId, 'chrome-extension://another/frame.html');
    await fake.idle();
    expect(stored()[0]?.refused).toBe('debugger');
    fake.removeFrame(tabId, frameId);
    await later(3_000);
    expect(stored()[0]?.refused).toBeNull();
    expect(fake.debugger.attached.has(`tab ${tabId}`)).toBe(true);
  });
});

test('the debugger leaves a tab as soon as its page is another', async () => {
  await setOverride(tabId, true, ANSWERING);
  expect(fake.debugger.attached.has(`tab ${tabId}`)).toBe(true);
  fake.navigate(tabId, 'http://evil.example.test/');
  await fake.idle();
  expect(fake.debugger.attached.size).toBe(0);
  fake.navigate(tabId, `${PAGE}/`);
  await fake.idle();
  expect(fake.debugger.attached.has(`tab ${tabId}`)).toBe(true);
});

test('a debugger that is never attached keeps nobody waiting for ever', async () => {
  fake.hold('debugger.attach');
  const answer = setOverride(tabId, true, ANSWERING);
  await later(6_000);
  expect(await answer).toMatchObject({ ok: false });
  expect(await setOverride(tabId, true)).toEqual({ ok: true });
});

describe('switching off', () => {
  test('needs no room in the store, and is not undone by the next worker', async () => {
    await setOverride(tabId, true);
    fake.fail('storage.session.set', FULL, { times: 1_000 });
    expect(await setOverride(tabId, false)).toEqual({ ok: true });
    expect(ruledTabs()).toEqual([]);
    await startWorker(fake);
    expect(ruledTabs()).toEqual([]);
    expect(complaints.length).toBeGreaterThan(0);
  });

  test('is tried again where the browser keeps the rules', async () => {
    await setOverride(tabId, true);
    fake.fail('declarativeNetRequest.updateSessionRules', 'Internal error.', { times: 2 });
    expect(await setOverride(tabId, false)).toEqual({ ok: true });
    expect(ruledTabs()).toEqual([tabId]);
    await later(1_500);
    expect(ruledTabs()).toEqual([]);
  });

  test('is done for an override whose time is up, whatever else fails', async () => {
    await setOverride(tabId, true);
    for (const method of ['tabs.query', 'webNavigation.getAllFrames', 'storage.managed.get']) {
      fake.fail(method, 'Internal error.', { times: 1_000 });
    }
    fake.fail('storage.session.set', FULL, { times: 1_000 });
    await later(60 * 60_000 + 1_000);
    expect(ruledTabs()).toEqual([]);
    expect(badgeOf(tabId)).toBe('');
  });

  test('is done for a tab that is closed, also where there was no worker then', async () => {
    const other = await openPage(PAGE);
    await setOverride(tabId, true);
    await setOverride(other, true);
    fake.closeTab(tabId);
    await fake.idle();
    expect([ruledTabs(), stored().map((one) => one.tabId)]).toEqual([[other], [other]]);
    fake.stopWorker();
    fake.closeTab(other);
    await startWorker(fake);
    expect([ruledTabs(), stored()]).toEqual([[], []]);
  });

  test('also ends an override that an earlier worker has stored and this one could not read yet', async () => {
    await setOverride(tabId, true);
    fake.stopWorker();
    fake.fail('storage.session.get', 'Internal error.', { times: 3 });
    await startWorker(fake);
    expect(await setOverride(tabId, false)).toEqual({ ok: true });
    await later(120_000);
    expect(ruledTabs()).toEqual([]);
    expect(stored().map(({ endedAt }) => endedAt !== null)).toEqual([true]);
  });

  test('is done where the clock was set back to before the override', async () => {
    await setOverride(tabId, true);
    vi.setSystemTime(NOW - 3_600_000);
    fake.loadFrame(tabId, `${PAGE}/frame`);
    await fake.idle();
    expect(ruledTabs()).toEqual([]);
  });
});

describe('a stranger in the tab', () => {
  test.each([
    ['its frame is added', () => fake.loadFrame(tabId, `${OTHER}/`)],
    [
      'its frame is on its way',
      () =>
        fake.onBeforeNavigate.fire({ tabId, frameId: 9, parentFrameId: 0, url: `${OTHER}/`, timeStamp: NOW }),
    ],
    ['the tab goes to it', () => fake.navigate(tabId, `${OTHER}/`)],
  ])('takes the rules away when %s, also while nothing can be stored', async (_when, happen) => {
    await setOverride(tabId, true);
    expect(ruledTabs()).toEqual([tabId]);
    fake.fail('storage.session.set', FULL, { times: 1_000 });
    happen();
    await fake.idle();
    expect(ruledTabs()).toEqual([]);
  });

  test('that is gone lets them come back by itself', async () => {
    const frameId = fake.loadFrame(tabId, `${OTHER}/`);
    await fake.idle();
    await setOverride(tabId, true);
    expect([ruledTabs(), stored()[0]?.heldBackBy]).toEqual([[], { type: 'origin', origin: OTHER }]);
    fake.removeFrame(tabId, frameId);
    await later(1_500);
    expect([ruledTabs(), stored()[0]?.heldBackBy]).toEqual([[tabId], null]);
  });

  test('is taken for possible while the browser does not say which documents there are', async () => {
    await setOverride(tabId, true);
    fake.fail('webNavigation.getAllFrames', 'Internal error.', { times: 1_000 });
    fake.loadFrame(tabId, `${PAGE}/frame`);
    await fake.idle();
    expect(ruledTabs()).toEqual([]);
    fake.replaced();
    await later(1_500);
    expect(ruledTabs()).toEqual([tabId]);
  });

  test('and the page of an extension that was just installed may hide one until it is loaded anew', async () => {
    const before = fake.addTab(`${PAGE}/`);
    expect(await setOverride(before, true)).toEqual({ ok: true });
    expect(ruledTabs()).toEqual([]);
    fake.navigate(before, `${PAGE}/`);
    await fake.idle();
    expect(ruledTabs()).toEqual([before]);
  });
});

test('overrides of one page share the mark of its redirects, since a redirect can carry only one', async () => {
  await setOverride(tabId, true);
  await setOverride(tabId, true, [], 'http://127.0.0.1:8000');
  const [one, other] = stored();
  expect(other?.mark).toBe(one?.mark);
  await setOverride(tabId, false);
  await setOverride(tabId, false, [], 'http://127.0.0.1:8000');
  await setOverride(tabId, true);
  expect(stored().at(-1)?.mark).not.toBe(one?.mark);
});

test.each([
  ['comes back', false],
  ['is held back', true],
])(
  'while it changes who is exempt no override has rules; one %s once it is known who is in its tab',
  async (_how, hasStranger) => {
    await setOverride(tabId, true);
    const other = await openPage(OTHER);
    const change = fake.hold('declarativeNetRequest.updateDynamicRules');
    const pair = { tabId: other, pageOrigin: OTHER, targetOrigin: API };
    const switchedOn = fake.send({ type: 'setOverride', ...pair, enabled: true });
    await fake.idle();
    expect(ruledTabs()).toEqual([]);
    if (hasStranger) fake.loadFrame(tabId, 'http://localhost.:5174/');
    const look = fake.hold('webNavigation.getAllFrames');
    change();
    await fake.idle();
    expect(ruledTabs()).toEqual([]);
    look();
    expect(await switchedOn).toEqual({ ok: true });
    expect(ruledTabs()).toEqual(hasStranger ? [other] : [tabId, other]);
  },
);

test('rules that the browser refuses leave the rules of other overrides', async () => {
  const other = await openPage(PAGE);
  await setOverride(other, true);
  // All together, and then this override's alone.
  fake.fail('declarativeNetRequest.updateSessionRules', 'Rule with id 9 is wrong.');
  fake.fail('declarativeNetRequest.updateSessionRules', 'Rule with id 9 is wrong.', { after: 2 });
  expect(await setOverride(tabId, true)).toMatchObject({ ok: false });
  expect(ruledTabs()).toEqual([other]);
});

test('there are no rules while the documents of others cannot be made exempt', async () => {
  fake.fail('declarativeNetRequest.updateDynamicRules', 'Rule with id 1 was skipped.', { times: 1_000 });
  expect(await setOverride(tabId, true)).toMatchObject({ ok: false });
  expect(ruledTabs()).toEqual([]);
  fake.replaced();
  expect(await setOverride(tabId, true)).toEqual({ ok: true });
});

test('a consent that is withdrawn while another is given stays withdrawn', async () => {
  for (let turns = 0; turns < 12; turns++) {
    await setOverride(tabId, true, ANSWERING);
    const given = setOverride(tabId, true, ['opaque-origin']);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    fake.debugger.detach({ tabId }, 'canceled_by_user');
    await given;
    await fake.idle();
    expect(stored().at(-1)?.allow).toEqual(['opaque-origin']);
    await setOverride(tabId, false);
  }
});

test('a worker that is stopped at any step of switching on or off leaves one state or the other', async () => {
  for (let calls = 1; calls < 25; calls++) {
    for (const enabled of [true, false]) {
      await setOverride(tabId, !enabled);
      fake.stopWorkerAt(calls);
      void setOverride(tabId, enabled).catch(() => {});
      await later(100);
      await startWorker(fake);
      const isOn = stored().some(({ endedAt }) => endedAt === null);
      expect(ruledTabs()).toEqual(isOn ? [tabId] : []);
    }
  }
});
