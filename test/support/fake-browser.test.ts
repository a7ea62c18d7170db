import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeBlockedCall } from './blocked-call.ts';
import { FakeBrowser } from './fake-browser.ts';
import { quit, startWorker } from './start-worker.ts';

let fake: FakeBrowser;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  fake = new FakeBrowser();
});
afterEach(() => {
  quit(fake);
  vi.useRealTimers();
});

/** The API as a page of the extension has it. */
function page() {
  return fake.api(fake.openPage('src/panel/index.html'));
}

describe('storage.session', () => {
  test('refuses a write that would pass its quota, and stores nothing of it', async () => {
    const { session } = page().storage;
    await session.set({ a: 'x'.repeat(10_000_000) });
    await expect(session.set({ b: '1', c: 'x'.repeat(1_000_000) })).rejects.toThrow(
      'Session storage quota bytes exceeded. Values were not stored.',
    );
    expect(await session.getKeys()).toEqual(['a']);
  });

  test('tells every context of a change, not of what stays the same', async () => {
    const [one, other] = [page().storage.session, page().storage.session];
    const heard: unknown[] = [];
    other.onChanged.addListener((changes) => heard.push(changes));
    await one.set({ a: 1, b: 2 });
    await one.set({ a: 1, b: 3 });
    await one.remove(['a', 'c']);
    await fake.idle();
    expect(heard).toEqual([
      { a: { newValue: 1 }, b: { newValue: 2 } },
      { b: { oldValue: 2, newValue: 3 } },
      { a: { oldValue: 1 } },
    ]);
  });

  test('hands out copies, by one key, by some or all, and counts their characters', async () => {
    const { session } = page().storage;
    const value = { list: [1] };
    await session.set({ a: value, b: 2 });
    value.list.push(2);
    expect(await session.get('a')).toEqual({ a: { list: [1] } });
    expect(await session.get(['b', 'c'])).toEqual({ b: 2 });
    expect(await session.get({ b: 1, c: 3 })).toEqual({ b: 2, c: 3 });
    expect(await session.get(null)).toEqual({ a: { list: [1] }, b: 2 });
    expect(fake.session.charactersRead).toBe(
      '{"a":{"list":[1]}}{"b":2}{"b":2,"c":3}{"a":{"list":[1]},"b":2}'.length,
    );
  });

  test('managed storage is read only', async () => {
    await expect(page().storage.managed.set({ a: 1 })).rejects.toThrow('read-only');
  });
});

describe('declarativeNetRequest', () => {
  const rule = (id: number, condition: object = {}): chrome.declarativeNetRequest.Rule => ({
    id,
    priority: 1,
    condition,
    action: { type: 'modifyHeaders', responseHeaders: [{ header: 'a', operation: 'set', value: 'b' }] },
  });

  test('takes a whole update or nothing of it', async () => {
    const { declarativeNetRequest } = page();
    await declarativeNetRequest?.updateSessionRules({ addRules: [rule(1)] });
    const update = declarativeNetRequest?.updateSessionRules({
      addRules: [rule(2), rule(3), rule(3)],
      removeRuleIds: [1],
    });
    await expect(update).rejects.toThrow('Rule with id 3 does not have a unique ID.');
    expect(fake.rules.session.map(({ id }) => id)).toEqual([1]);
  });

  test('refuses conditions that it does not know, and tabs in dynamic rules', async () => {
    const { declarativeNetRequest } = page();
    await expect(
      declarativeNetRequest?.updateSessionRules({ addRules: [rule(1, { requestHeaders: [] })] }),
    ).rejects.toThrow("Unexpected property: 'requestHeaders'");
    await expect(
      declarativeNetRequest?.updateDynamicRules({ addRules: [rule(1, { tabIds: [1] })] }),
    ).rejects.toThrow('tabIds');
  });

  test("hands rules back with their keys in another order; ids that aren't there may be removed", async () => {
    const { declarativeNetRequest } = page();
    await declarativeNetRequest?.updateSessionRules({ addRules: [rule(7)], removeRuleIds: [1, 2] });
    const rules = await declarativeNetRequest?.getSessionRules();
    expect(Object.keys(rules?.[0] ?? {})).toEqual(['action', 'condition', 'id', 'priority']);
  });
});

describe('debugger', () => {
  test("isn't there without the permission", () => {
    fake = new FakeBrowser(['storage']);
    expect(page().debugger).toBeUndefined();
  });

  test('refuses pages that may not be debugged, and tabs that it is attached to already', async () => {
    const api = page().debugger;
    const [closed, open] = [fake.addTab('chrome://settings/'), fake.addTab('http://localhost:5173/')];
    await expect(api?.attach({ tabId: closed }, '1.3')).rejects.toThrow('Cannot access a chrome:// URL');
    await api?.attach({ tabId: open }, '1.3');
    await expect(api?.attach({ tabId: open }, '1.3')).rejects.toThrow('already attached');
    fake.debugger.refused.set('tab 9', 'Host access is restricted by policy.');
    await expect(api?.attach({ tabId: 9 }, '1.3')).rejects.toThrow('restricted by policy');
  });

  test('is detached when the tab goes to such a page or is closed', async () => {
    const api = page().debugger;
    const heard: unknown[] = [];
    api?.onDetach.addListener((...args) => heard.push(args));
    const tabs = [fake.addTab('http://localhost:5173/'), fake.addTab('http://localhost:5173/')];
    for (const tabId of tabs) await api?.attach({ tabId }, '1.3');
    fake.navigate(tabs[0] ?? 0, 'chrome://version/');
    fake.closeTab(tabs[1] ?? 0);
    await fake.idle();
    expect(heard).toEqual(tabs.map((tabId) => [{ tabId }, 'target_closed']));
    await expect(api?.sendCommand({ tabId: tabs[0] ?? 0 }, 'Fetch.enable')).rejects.toThrow('not attached');
  });

  test('tells the frames of a page, unless a navigation of it is under way', async () => {
    const api = page().debugger;
    const tabId = fake.addTab('http://localhost:5173/a');
    fake.addFrame(tabId, 'data:text/html,');
    await api?.attach({ tabId }, '1.3');
    expect(await api?.sendCommand({ tabId }, 'Page.getFrameTree')).toEqual({
      frameTree: {
        frame: { id: 'frame 0', url: 'http://localhost:5173/a', securityOrigin: 'http://localhost:5173' },
        childFrames: [{ frame: { id: 'frame 1', url: 'data:text/html,', securityOrigin: '://' } }],
      },
    });
    fake.debugger.underWay.add(tabId);
    let isAnswered = false;
    api?.sendCommand({ tabId }, 'Page.getFrameTree').then(() => {
      isAnswered = true;
    });
    await api?.sendCommand({ tabId }, 'Fetch.enable');
    await fake.idle();
    expect(isAnswered).toBe(false);
  });
});

describe('webRequest', () => {
  test('shows a call only where both hosts are granted, by type, with the headers that were asked for', async () => {
    const heard: string[] = [];
    const { webRequest } = page();
    webRequest?.onBeforeSendHeaders.addListener(
      ({ url, requestHeaders }) => heard.push(`${url} ${requestHeaders?.map(({ name }) => name)}`),
      { urls: ['<all_urls>'], types: ['xmlhttprequest'] },
      ['requestHeaders', 'extraHeaders'],
    );
    webRequest?.onBeforeSendHeaders.addListener(
      ({ url, requestHeaders }) => heard.push(`${url} ${requestHeaders?.length}`),
      { urls: ['<all_urls>'], types: ['xmlhttprequest'] },
      ['requestHeaders'],
    );
    webRequest?.onBeforeSendHeaders.addListener(() => heard.push('image'), {
      urls: ['<all_urls>'],
      types: ['image'],
    });
    const tabId = fake.addTab('http://localhost:5173/');
    makeBlockedCall(fake, tabId, '1', 'https://api.example.test/');
    makeBlockedCall(fake, tabId, '2', 'http://127.0.0.1:8000/');
    await fake.idle();
    expect(heard).toEqual(['http://127.0.0.1:8000/ Origin', 'http://127.0.0.1:8000/ 0']);
    fake.grant('*://api.example.test/*');
    makeBlockedCall(fake, tabId, '3', 'https://api.example.test/');
    await fake.idle();
    expect(heard.length).toBe(4);
  });
});

test('webNavigation tells of navigations and lists frames, where the manifest asks for it', async () => {
  expect(
    new FakeBrowser(['storage']).api(fake.openPage('src/panel/index.html')).webNavigation,
  ).toBeUndefined();
  const { webNavigation } = page();
  const heard: string[] = [];
  webNavigation?.onBeforeNavigate.addListener(({ url }) => heard.push(`to ${url}`));
  webNavigation?.onCommitted.addListener(({ url, documentId }) =>
    heard.push(`at ${url} ${documentId !== undefined}`),
  );
  const tabId = fake.addTab('http://localhost:5173/');
  fake.navigate(tabId, 'http://localhost:3000/');
  fake.addFrame(tabId, 'http://localhost:4000/');
  // Chromium leaves these out.
  fake.addFrame(tabId, 'blob:http://localhost:4000/1');
  await fake.idle();
  expect(heard).toEqual(['to http://localhost:3000/', 'at http://localhost:3000/ true']);
  const frames = await webNavigation?.getAllFrames({ tabId });
  expect(frames?.map(({ url }) => url)).toEqual(['http://localhost:3000/', 'http://localhost:4000/']);
  expect(await webNavigation?.getAllFrames({ tabId: 99 })).toBeNull();
});

test("a tab's URL is told only where its host is granted", async () => {
  const { tabs } = page();
  const ids = [fake.addTab('http://localhost:5173/'), fake.addTab('https://example.test/')];
  expect(await tabs.query({})).toMatchObject([{ id: ids[0], url: 'http://localhost:5173/' }, { id: ids[1] }]);
  expect(await tabs.get(ids[1] ?? 0)).not.toHaveProperty('url');
  await expect(tabs.get(99)).rejects.toThrow('No tab with id: 99.');
});

test('an alarm rings once, or again and again, whatever became of the worker', async () => {
  const { alarms } = page();
  const heard: string[] = [];
  alarms.onAlarm.addListener(({ name }) => heard.push(name));
  await alarms.create('once', { when: Date.now() + 60_000 });
  await alarms.create('again', { periodInMinutes: 0.5 });
  await vi.advanceTimersByTimeAsync(90_000);
  expect(heard.toSorted()).toEqual(['again', 'again', 'again', 'once']);
  expect(fake.alarms()).toEqual(['again']);
});

test('permissions: granted, asked for, refused and given back', async () => {
  const { permissions } = page();
  const api = { origins: ['*://api.example.test/*'] };
  expect(await permissions.contains({ origins: ['*://localhost/*', '*://127.0.0.1/*'] })).toBe(true);
  fake.userAccepts = false;
  expect([await permissions.request(api), await permissions.contains(api)]).toEqual([false, false]);
  fake.userAccepts = true;
  expect([await permissions.request(api), await permissions.contains(api)]).toEqual([true, true]);
  expect([await permissions.remove(api), await permissions.contains(api)]).toEqual([true, false]);
});

test('texts are the English ones, with what they name filled in', () => {
  const { i18n } = page();
  expect(i18n.getMessage('clear')).toBe('Clear');
  expect(i18n.getMessage('exportFailed', ['no room'])).toBe("The report couldn't be exported: no room");
  expect(i18n.getMessage('none')).toBe('');
});

describe('faults', () => {
  test('a call fails as often as it was told to, without an effect', async () => {
    const { session } = page().storage;
    fake.fail('storage.session.set', 'IO', { after: 1, times: 2 });
    await session.set({ a: 1 });
    await expect(session.set({ b: 1 })).rejects.toThrow('IO');
    await expect(session.set({ b: 1 })).rejects.toThrow('IO');
    expect(await session.getKeys()).toEqual(['a']);
    await session.set({ b: 1 });
    expect(await session.getKeys()).toEqual(['a', 'b']);
  });

  test('a call that is held has its effect when it is let go on', async () => {
    const { session } = page().storage;
    const release = fake.hold('storage.session.set');
    const set = session.set({ a: 1 });
    await fake.idle();
    expect(fake.session.items.size).toBe(0);
    release();
    await set;
    expect(fake.session.items.size).toBe(1);
  });

  test('a message that nobody listens to is rejected', async () => {
    await expect(fake.send({ type: 'exportReport', tabId: 1 })).rejects.toThrow(
      'Receiving end does not exist',
    );
  });
});

describe('the worker', () => {
  const TARGET = 'http://127.0.0.1:8000/';

  test('starts, hears of calls, stores and reports them', async () => {
    const tabId = fake.addTab('http://localhost:5173/');
    await startWorker(fake);
    makeBlockedCall(fake, tabId, '1', TARGET);
    await vi.advanceTimersByTimeAsync(1_000);
    await fake.idle();
    expect(fake.session.items.has(`exchange/${tabId}/1`)).toBe(true);
    expect(fake.badges.get(tabId)?.text).toBe('1');
    expect(await fake.send({ type: 'exportReport', tabId })).toMatchObject({
      exchanges: [{ url: TARGET, outcome: 'blocked' }],
    });
    expect(fake.errors).toEqual([]);
  });

  test('that is stopped does nothing more; what comes meanwhile is told to the next', async () => {
    const tabId = fake.addTab('http://localhost:5173/');
    await startWorker(fake);
    makeBlockedCall(fake, tabId, '1', TARGET);
    await vi.advanceTimersByTimeAsync(10);
    fake.stopWorker();
    const { size } = fake.session.items;
    makeBlockedCall(fake, tabId, '2', TARGET);
    const report = fake.send({ type: 'exportReport', tabId });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.session.items.size).toBe(size);
    await startWorker(fake);
    expect(await report).toMatchObject({ exchanges: [{ url: TARGET }, { url: TARGET }] });
  });

  test('can be stopped at any of its calls, before or after it has its effect', async () => {
    const tabId = fake.addTab('http://localhost:5173/');
    for (const takesEffect of [false, true]) {
      fake.session.change(Object.fromEntries([...fake.session.items.keys()].map((key) => [key, undefined])));
      await startWorker(fake);
      fake.stopWorkerAt(1, { takesEffect });
      makeBlockedCall(fake, tabId, '1', TARGET);
      await vi.advanceTimersByTimeAsync(1_000);
      await fake.idle();
      expect(fake.worker?.isStopped()).toBe(true);
      expect(fake.session.items.has(`exchange/${tabId}/1`)).toBe(takesEffect);
    }
  });

  test('a message whose worker is stopped before it answers is rejected', async () => {
    const tabId = fake.addTab('http://localhost:5173/');
    await startWorker(fake);
    fake.hold('tabs.get');
    const report = fake.send({ type: 'exportReport', tabId });
    const rejected = expect(report).rejects.toThrow('message channel closed');
    await fake.idle();
    fake.stopWorker();
    await rejected;
  });
});
