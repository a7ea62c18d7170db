import { expect, test } from 'vitest';
import {
  CHALLENGE,
  planted,
  secretHeaders,
  secretsIn,
  secretUrls,
  startSecretSite,
} from '../browser/support/planted-secrets.ts';
import { readRow } from '../browser/support/read-row.ts';
import { complaintsOf } from './own-complaints.ts';
import type { FirefoxPanel } from './panel.ts';
import { startFirefoxStage } from './stage.ts';

const firefox = startFirefoxStage();

test('secrets of headers, logins and fragments are nowhere, those of queries only in the memory of the session', async () => {
  const { origin, url, api, other } = await startSecretSite(firefox.started);
  const { page, panel } = await firefox.openInspected(url);
  const { extension } = firefox;
  const tabId = await extension.tabIdOf(url);
  const target = `http://localhost:${api.port}`;
  const callAll = () =>
    page.call(
      async (urls, headers) => {
        await window.callAll(urls, { headers, credentials: 'include', referrerPolicy: 'unsafe-url' });
      },
      secretUrls(target),
      secretHeaders(),
    );
  await callAll();
  await page.call(
    async (called, password) => {
      await window.callWithLogin(called, password);
    },
    `${target}/simple`,
    planted('login', 'xhr'),
  );
  const report = () => extension.send({ type: 'exportReport', tabId });
  await expect.poll(async () => JSON.stringify(await report())).toContain('/simple');
  for (const targetOrigin of [target, other.origin])
    await extension.send({
      type: 'setOverride',
      tabId,
      pageOrigin: origin,
      targetOrigin,
      enabled: true,
      allow: [],
    });
  await callAll();
  await expect.poll(() => extension.tab.call(readRules)).toContain('modifyHeaders');
  // Only what is in front is drawn, and has its timers in time.
  await page.call(async () => {});
  const { shown, copied } = await readAll(panel);

  const reported = JSON.stringify(await report());
  expect(reported).toContain('page=2');
  expect(reported).toContain(CHALLENGE.replaceAll('"', '\\"'));
  expect(secretsIn(reported)).toEqual([]);

  const stored = await extension.tab.call(async () => {
    const { session, local } = browser.storage;
    return [JSON.stringify(await session.get(null)), JSON.stringify(await local.get(null))] as const;
  });
  for (const name of ['Cookie', 'Set-Cookie', 'Authorization', 'X-API-Key'])
    expect(stored[0].toLowerCase()).toContain(
      JSON.stringify(JSON.stringify([name, '…']))
        .slice(1, -1)
        .toLowerCase(),
    );
  expect(secretsIn(stored[0])).not.toEqual([]);
  expect(secretsIn(stored[0], ['query'])).toEqual([]);
  expect(secretsIn(stored[1])).toEqual([]);
  expect(secretsIn(await extension.tab.call(readRules), ['query'])).toEqual([]);

  expect(shown).toContain('x-api-key');
  expect(secretsIn(shown, ['query'])).toEqual([]);
  for (const start of ['curl ', 'curl.exe ', '# CORS: ', '# CORS：'])
    expect(copied.some((text) => text.startsWith(start))).toBe(true);
  expect(secretsIn(copied.join('\n'))).toEqual([]);
  expect(secretsIn((await complaintsOf(firefox.marionette, extension)).join('\n'))).toEqual([]);
}, 90_000);

/** Runs in the extension. */
async function readRules(): Promise<string> {
  const { declarativeNetRequest: rules } = browser;
  return JSON.stringify([await rules.getSessionRules(), await rules.getDynamicRules()]);
}

/** Goes through all requests with all that is folded unfolded, and copies whatever can be copied. */
async function readAll(panel: FirefoxPanel): Promise<{ shown: string; copied: readonly string[] }> {
  await panel.call(async () => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    // Copying puts the text in the page for a moment.
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node instanceof HTMLTextAreaElement) copied.push(node.value);
    }).observe(document.body, { childList: true });
  });
  const press = (key: string) => panel.call(pressInList, key);
  const shown: string[] = [];
  let item = await press('Home');
  for (let before = ''; item !== null && item.id !== before; item = await press('ArrowDown')) {
    if (item.isFolded) await press('ArrowRight');
    if (!item.isGroup) shown.push(await panel.call(readRow));
    before = item.id;
  }
  await expect.poll(() => panel.call(allCopied)).toContainEqual(expect.stringContaining('请求的内容'));
  return { shown: shown.join('\n'), copied: await panel.call(allCopied) };
}

/** Runs in the panel. */
async function allCopied(): Promise<readonly string[]> {
  return window.copied;
}

/** Runs in the panel. @returns the item of the list that is active then */
async function pressInList(key: string) {
  const tree = document.querySelector('[role=tree]');
  tree?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const active = document.getElementById(tree?.getAttribute('aria-activedescendant') ?? '');
  if (active === null) return null;
  return { id: active.id, isGroup: active.ariaLevel === '1', isFolded: active.ariaExpanded === 'false' };
}

declare const browser: typeof chrome;
declare const window: {
  callAll(urls: readonly string[], init: RequestInit): Promise<void>;
  callWithLogin(url: string, password: string): Promise<void>;
  readonly copied: readonly string[];
};
