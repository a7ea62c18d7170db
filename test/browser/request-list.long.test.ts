import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { inspectedTabId, reloadPanel } from './harness/devtools-panel.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { activeItem, spokenTexts, waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { store, storedExchanges } from './support/stored-exchanges.ts';

const chromium = shareChromium();

const ITEM = '[role=treeitem]';
const FILTER = 'input[type=search]';

/** The panel on an empty page. */
async function startPanel() {
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel, devtools } = await chromium.openInspected(`${origin}/`);
  return { page, origin, panel, devtools, tabId: await inspectedTabId(panel) };
}

/** The same with that many requests. */
async function startFilled(count: number) {
  const started = await startPanel();
  const { panel, tabId, origin } = started;
  await store(panel, storedExchanges(count, { tabId, origin }));
  await panel.waitForSelector(ITEM);
  return started;
}

/** The list as it is heard: the level of each item that is drawn, and what is said of it. */
async function heard(panel: Frame): Promise<readonly string[]> {
  const levels = await panel.$$eval(ITEM, (items) => items.map(({ ariaLevel }) => ariaLevel));
  const texts = await spokenTexts(panel, ITEM);
  return texts.map((text, index) => `${levels[index]} ${text.replace(/\d\d:\d\d:\d\d/, 'time')}`);
}

function selectedText(panel: Frame): Promise<string> {
  return panel.$eval(`${ITEM}[aria-selected=true]`, (item) => item.textContent ?? '');
}

async function press(panel: Frame, ...keys: readonly ('Enter' | 'Escape' | 'End' | 'Home')[]): Promise<void> {
  const tree = await panel.waitForSelector('[role=tree]');
  for (const key of keys) await tree?.press(key);
}

test('requests with the same root cause are one group, and equal calls are folded', async () => {
  const { page, panel } = await startPanel();
  const api = await chromium.started(
    startRawServer(({ isPreflight, headers }) =>
      httpAnswer(isPreflight ? 204 : 200, [['Access-Control-Allow-Origin', headers.get('origin') ?? '']]),
    ),
  );
  const host = new URL(api.origin).host;
  const headers = { 'x-custom': '1' };
  for (const path of ['/chat?try=1', '/chat?try=2', '/list', '/chat?try=3']) {
    await verdictsOn(page, [{ url: api.origin + path, headers }]);
  }
  await verdictsOn(page, [{ url: `${api.origin}/list`, method: 'PUT' }]);
  await waitForPanelText(panel, ['4 requests', '1 request', '×3']);
  const [line = ''] = /\S+:\d+$/.exec((await panel.$eval('.row-target', (e) => e.textContent)) ?? '') ?? [];
  expect(line).toMatch(/:\d+$/);
  expect(await heard(panel)).toEqual([
    `1 Blocked: x-custom not allowed ${host} 4 requests`,
    `2 Blocked: GET chat?try=3 time ${host} · ${line} Called 3 times`,
    `2 Blocked: GET list time ${host} · ${line}`,
    `1 Blocked: Method PUT not allowed ${host} 1 request`,
    `2 Blocked: PUT list time ${host} · ${line}`,
  ]);
});

describe('by keyboard', () => {
  test('Enter leads to the detail, Escape back, and / to the filter', async () => {
    const { panel } = await startFilled(20);
    const focused = () =>
      panel.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.id);
    await press(panel, 'Enter');
    expect(await focused()).toBe('Details of the selected request');
    const detail = await panel.waitForSelector('section[aria-label="Details of the selected request"]');
    await detail?.press('Escape');
    expect(await focused()).toBe('Cross-origin requests');
    await (await panel.waitForSelector('[role=tree]'))?.press('/');
    expect(await focused()).toBe('Filter');
    const filter = await panel.waitForSelector(FILTER);
    await filter?.type('8003');
    await filter?.press('Escape');
    expect(await filter?.evaluate((input) => (input as HTMLInputElement).value)).toBe('');
    await filter?.press('Escape');
    expect(await focused()).toBe('Cross-origin requests');
  });

  test('a group is closed and opened, and stays closed as requests come in', async () => {
    const { panel, tabId, origin } = await startFilled(50);
    const tree = await panel.waitForSelector('[role=tree]');
    /** Whether the levels of the first items are these. */
    const levels = (expected: string) =>
      [...document.querySelectorAll('[role=treeitem]')]
        .map(({ ariaLevel }) => ariaLevel)
        .join(' ')
        .startsWith(expected);
    await tree?.press('Home');
    await tree?.press('ArrowLeft');
    await panel.waitForFunction(levels, {}, '1 1');
    expect((await activeItem(panel)).isGroup).toBe(true);
    await store(panel, storedExchanges(60, { tabId, origin }));
    await waitForPanelText(panel, ['3 requests']);
    expect(await panel.$eval(ITEM, (item) => item.ariaExpanded)).toBe('false');
    await tree?.press('ArrowRight');
    await panel.waitForFunction(levels, {}, '1 2');
  });
});

describe('with thousands of requests', () => {
  test('only what is in view is drawn, each item knows its place, and all can be reached', async () => {
    const { panel } = await startFilled(3_000);
    // What comes in after End was pressed moves the item that was the last.
    await waitForPanelText(panel, ['60 requests', '×30']);
    await press(panel, 'End');
    await panel.waitForFunction(() => {
      const tree = document.querySelector('[role=tree]');
      const item = document.getElementById(tree?.getAttribute('aria-activedescendant') ?? '');
      const bottom = tree?.getBoundingClientRect().bottom ?? 0;
      return item !== null && item.getBoundingClientRect().bottom <= bottom + 1;
    });
    expect(await panel.$$eval(ITEM, (items) => items.length)).toBeLessThan(80);
    const [position, setSize] = await panel.$eval(`${ITEM}[aria-selected=true]`, (item) => [
      item.ariaPosInSet,
      item.ariaSetSize,
    ]);
    expect(position).toBe(setSize);
    expect(await selectedText(panel)).toContain('127.0.0.1');
  });

  test('what is being read stays where it is when requests come in above it', async () => {
    const { panel, tabId, origin } = await startPanel();
    const since = Date.now();
    await store(panel, storedExchanges(1_000, { tabId, origin, since }));
    await panel.waitForSelector(ITEM);
    // The first that the head of its group doesn't cover.
    const place = () =>
      panel.$$eval('[role=treeitem]:not([aria-level="1"])', (items) => {
        const edge = (document.querySelector('[role=tree]')?.getBoundingClientRect().top ?? 0) + 27;
        const first = items.find((item) => item.getBoundingClientRect().top >= edge);
        return { id: first?.id ?? '', top: Math.round(first?.getBoundingClientRect().top ?? 0) };
      });
    await panel.$eval('[role=tree]', (tree) => {
      tree.scrollTop = 9_000;
    });
    await panel.waitForFunction(() => document.querySelector('[role=tree]')?.scrollTop === 9_000);
    await panel.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))),
    );
    const height = () => panel.$eval('[role=tree]', (tree) => tree.scrollHeight);
    const before = await place();
    const heightBefore = await height();
    await store(panel, storedExchanges(1_500, { tabId, origin, since }));
    await expect.poll(height).toBeGreaterThan(heightBefore);
    const after = await panel.$eval(`#${before.id}`, (item) => Math.round(item.getBoundingClientRect().top));
    expect(after).toBe(before.top);
  });
});

test('as long as the panel is still reading, it never says that there is nothing', async () => {
  const { panel } = await startFilled(1_000);
  const target = await chromium.browser.waitForTarget((one) => one.url() === panel.url());
  const session = await target.createCDPSession();
  await session.send('Page.enable');
  // Runs before the panel's own script; text, since test runners rewrite what they find in code.
  const source = `
    const seen = new Set();
    window.headings = seen;
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('h1, [role=treeitem]')) seen.add(textContent);
    }).observe(document, { childList: true, subtree: true, characterData: true });`;
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source });
  await reloadPanel(panel);
  await panel.waitForSelector(ITEM);
  const seen = await panel.evaluate(() => [...(window as unknown as { headings: Set<string> }).headings]);
  expect(seen.join()).toContain('127.0.0.1');
  expect(seen.join()).not.toContain('Nothing seen yet');
  await session.detach();
});

test('at the top of the list, a request that comes in above is seen', async () => {
  const { panel, devtools, tabId, origin } = await startPanel();
  await devtools.setViewport({ width: 1280, height: 400 });
  const stored = [...storedExchanges(1_000, { tabId, origin })];
  const failed = stored.filter(([, text]) => text.includes('CONNECTION_REFUSED'));
  const blocked = stored.filter(([, text]) => text.includes('x-id'));
  await store(panel, new Map(failed));
  await waitForPanelText(panel, ['Not CORS: ERR_CONNECTION_REFUSED']);
  expect(await panel.$eval('[role=tree]', (tree) => tree.scrollHeight - tree.clientHeight)).toBeGreaterThan(
    0,
  );
  await store(panel, new Map(blocked.slice(0, 1)));
  await waitForPanelText(panel, ['x-id not allowed']);
  expect(await panel.$eval('[role=tree]', (tree) => tree.scrollTop)).toBe(0);
});

test('the selection stays when the same call comes again', async () => {
  const { page, panel } = await startPanel();
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const url = `${api.origin}/again`;
  await verdictsOn(page, [{ url }]);
  await waitForDetail(panel, ['/again']);
  const time = await panel.$eval('.row-time', (element) => element.textContent);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await verdictsOn(page, [{ url }]);
  await waitForPanelText(panel, ['×2']);
  expect(await panel.$eval('.row-time', (element) => element.textContent)).not.toBe(time);
  // The first is still what is read; the detail leads on to the second.
  await waitForDetail(panel, ['Called again']);
  expect(await panel.$$(`${ITEM}[aria-selected=true]`)).toHaveLength(1);
  await press(panel, 'Home', 'End');
  await panel.waitForFunction(
    () => !document.querySelector('main section')?.textContent?.includes('Called again'),
  );
});

describe('the filter', () => {
  test('shows what it finds, and what passed where it asks for that', async () => {
    const { panel } = await startFilled(100);
    await panel.type(FILTER, 'method:post domain:8002');
    await panel.waitForFunction(
      () => document.querySelectorAll('[role=treeitem][aria-level="1"]').length === 1,
    );
    const texts = await spokenTexts(panel, `${ITEM}[aria-level="2"]`);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toMatch(/POST .*127\.0\.0\.1:8002/);
    await panel.$eval(FILTER, (input) => (input as HTMLInputElement).select());
    await panel.type(FILTER, 'is:passed');
    await panel.waitForFunction(() =>
      document.querySelector('[role=treeitem]')?.textContent?.startsWith('Passed'),
    );
  });

  test('where it finds nothing, that is said, with what is wrong with it and a button that clears it', async () => {
    const { panel } = await startFilled(20);
    await panel.type(FILTER, 'is:bloked');
    await waitForPanelText(panel, ['Nothing matches the filter.', 'is:bloked', 'blocked, failed']);
    expect(await panel.$('[role=tree]')).toBeNull();
    await click(panel, '::-p-aria(Clear the filter[role="button"])');
    await panel.waitForSelector(ITEM);
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  test('says that what it finds is hidden', async () => {
    const { panel } = await startFilled(20);
    // Of ten calls the tenth passed.
    await panel.type(FILTER, 'v1/9');
    await waitForPanelText(panel, [
      'Nothing matches the filter.',
      '1 request that passed matches, and is hidden.',
    ]);
    await click(panel, '::-p-aria(Show[role="button"])');
    await panel.waitForSelector(ITEM);
  });
});

test("DevTools' own search leads through the list, to what isn't drawn as well", async () => {
  const { panel, devtools } = await startFilled(1_000);
  await (await panel.waitForSelector('[role=tree]'))?.focus();
  await devtools.keyboard.down('Control');
  await devtools.keyboard.press('f');
  await devtools.keyboard.up('Control');
  await devtools.waitForFunction(() => document.activeElement?.shadowRoot !== null);
  await devtools.keyboard.type('8017');
  await waitForPanelText(panel, ['Search: 1 of']);
  const first = await selectedText(panel);
  expect(first).toContain('127.0.0.1:8017');
  await devtools.keyboard.press('Enter');
  await waitForPanelText(panel, ['Search: 2 of']);
  expect(await selectedText(panel)).toContain('127.0.0.1:8017');
  expect(await selectedText(panel)).not.toBe(first);
  await devtools.keyboard.press('Escape');
  await panel.waitForFunction(() => !document.body.innerText.includes('Search:'));
});

test.each([
  ['about:blank', "This page isn't on the web."],
  ['chrome://version/', "This page isn't on the web."],
])('of %s it is said that nothing can be seen', async (url, words) => {
  // The second of two would have begun a little later: maybe after the page was left.
  const { page, panel } = await startFilled(1);
  await page.goto(url);
  await waitForPanelText(panel, [words]);
});
