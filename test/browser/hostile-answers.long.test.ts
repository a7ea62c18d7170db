import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { CleanUp } from '../demo/clean-up.ts';
import { type RawServer, startRawServer } from '../servers/raw.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { sendCommand, tabIdOf } from './harness/extension-page.ts';
import { panelText } from './harness/panel-text.ts';
import { startBlankPage } from './support/blank-page.ts';
import { type Call, verdictsOn } from './support/chrome-verdict.ts';
import { HOSTILE_ANSWERS, IMAGE, LONG_LIST, LONG_VALUE, SCRIPT } from './support/hostile-answers.ts';
import { walkRequests } from './support/panel-view.ts';
import { settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { watchErrors } from './support/watch-errors.ts';

const chromium = shareChromium();
const NAMES = Object.keys(HOSTILE_ANSWERS);

function startHostileServer(): Promise<RawServer> {
  const answers = Object.values(HOSTILE_ANSWERS);
  return startRawServer((request) => answers[Number(request.path.slice(1))]?.(request) ?? null);
}

function callTo({ origin }: RawServer, name: string): Call {
  return { url: `${origin}/${NAMES.indexOf(name)}`, headers: { 'x-asked': '1' }, credentials: 'omit' };
}

describe('the report agrees with Chrome on', () => {
  const cleanUp = new CleanUp();
  let api: RawServer;
  let page: Page;
  let extension: Page;
  let tabId: number;

  beforeAll(async () => {
    api = await cleanUp.started(startHostileServer());
    const { origin } = await cleanUp.started(startBlankPage());
    page = await cleanUp.started(chromium.browser.newPage());
    await page.goto(`${origin}/`);
    extension = await chromium.openExtensionPage();
    tabId = await tabIdOf(extension, `${origin}/`);
  });
  afterEach(() => sendCommand(extension, { type: 'clearExchanges', tabId }));
  afterAll(() => cleanUp.run());

  test.each(NAMES)('%s', async (name) => {
    const [verdict] = await verdictsOn(page, [callTo(api, name)]);
    const exchanges = await settledExchanges(extension, tabId, 1);
    expect(exchanges.length).toBe(1);
    const [fault] = (exchanges[0]?.failures ?? []).filter(({ when }) => when !== 'credentials-included');
    const outcome = verdict?.corsError != null ? 'blocked' : 'failed';
    expect({ outcome: exchanges[0]?.outcome, error: fault?.error }).toEqual({
      outcome,
      error: verdict?.corsError ?? verdict?.netError,
    });
  });
});

/** How many elements there are that only a page of somebody else's making has use for, or that are fixed in number. */
function foreignElements(panel: Frame): Promise<number> {
  const selector = 'script, img, iframe, object, embed, link, style';
  return panel.evaluate((wanted) => {
    // The panel links its own styles and scripts when the first detail is shown.
    const isOwnLink = (element: Element) =>
      element instanceof HTMLLinkElement && new URL(element.href).origin === location.origin;
    return [...document.querySelectorAll(wanted)].filter((element) => !isOwnLink(element)).length;
  }, selector);
}

/** Selects one request after the other and opens its raw headers. @returns what was shown of each */
async function readAll(panel: Frame): Promise<readonly string[]> {
  return await walkRequests(panel, async () => {
    await panel.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    await panel.waitForSelector('details.raw > :not(summary)');
    return await panelText(panel);
  });
}

describe('with all of them in the panel', () => {
  let shown: readonly string[];
  let errors: readonly string[];
  let added: number;
  let hacked: boolean;

  beforeAll(async () => {
    const api = await chromium.started(startHostileServer());
    const { origin } = await chromium.started(startBlankPage());
    const { page, panel } = await chromium.openInspected(`${origin}/`);
    const before = await foreignElements(panel);
    const watched = await chromium.started(watchErrors(chromium.browser, chromium.extensionId));
    await verdictsOn(
      page,
      NAMES.map((name) => callTo(api, name)),
    );
    await settledExchanges(panel, await inspectedTabId(panel), NAMES.length);
    const listed = async () => (await walkRequests(panel, async () => null)).length === NAMES.length;
    await vi.waitUntil(listed, { timeout: 10_000 });
    shown = await readAll(panel);
    added = (await foreignElements(panel)) - before;
    hacked = await panel.evaluate(() => 'hacked' in window);
    errors = watched.messages;
  });

  test('every one is listed and can be read', () => {
    expect(shown).toHaveLength(NAMES.length);
  });

  test('neither the panel nor the worker meets an error', () => {
    expect(errors).toEqual([]);
  });

  test('markup is shown as text and makes no element', () => {
    expect(shown.some((text) => text.includes(SCRIPT))).toBe(true);
    expect(shown.some((text) => text.includes(IMAGE))).toBe(true);
    expect({ added, hacked }).toEqual({ added: 0, hacked: false });
  });

  test('headers of 64 KB are shown whole', () => {
    expect(shown.some((text) => text.includes(LONG_LIST))).toBe(true);
    expect(shown.some((text) => text.includes(LONG_VALUE))).toBe(true);
  });

  test('text that turns its direction is written out', () => {
    expect(shown.some((text) => text.includes('\\u{202e}gnp.exe'))).toBe(true);
    expect(shown.some((text) => text.includes('\u202e'))).toBe(false);
  });

  test('headers that were sent twice are shown twice', () => {
    const twice =
      /Access-Control-Allow-Headers:\s*x-one\s+Matters to CORS:\s+Access-Control-Allow-Headers:\s*x-two/;
    expect(shown.some((text) => twice.test(text))).toBe(true);
  });
});
