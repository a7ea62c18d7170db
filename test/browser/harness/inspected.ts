import type { Browser, Frame, Page } from 'puppeteer-core';
import { hasRunOut } from '../../../src/override/override.ts';
import { parseOverrides } from '../../../src/store/stored.ts';
import { type DevtoolsPanel, inspectedTabId, openPanel, reloadPanel } from './devtools-panel.ts';
import { sendCommand } from './extension-page.ts';

/** A page and the panel that inspects it. */
export interface Inspected extends DevtoolsPanel {
  readonly page: Page;
}

/** Opens a page in a tab of its own, in front, and DevTools on it, with our panel shown. */
export async function inspect(browser: Browser, extensionId: string, url: string): Promise<Inspected> {
  const page = await browser.newPage();
  await page.goto(url);
  return { page, ...(await openPanel(page, extensionId)) };
}

/** The same in a tab that was left: what takes longest is to start DevTools. */
export async function inspectNext(
  { page, panel }: Inspected,
  extensionId: string,
  url: string,
): Promise<Inspected> {
  await page.bringToFront();
  await page.goto(url);
  await reloadPanel(panel);
  return { page, ...(await openPanel(page, extensionId)) };
}

/** Leaves nothing of a test in a tab. @returns whether that is so, and the tab may serve the next */
export async function leave({ page, devtools, panel }: Inspected): Promise<boolean> {
  if (page.isClosed() || devtools.isClosed() || panel.detached) return false;
  const tabId = await inspectedTabId(panel);
  const stored = await panel.evaluate(() => chrome.storage.session.get());
  const overrides = parseOverrides(typeof stored.overrides === 'string' ? stored.overrides : null);
  for (const override of overrides.filter((one) => one.tabId === tabId)) {
    // That it has ended by itself stays to be seen.
    if (hasRunOut(override)) return false;
    const { pageOrigin, targetOrigin } = override;
    await sendCommand(panel, { type: 'setOverride', tabId, pageOrigin, targetOrigin, enabled: false });
  }
  await page.goto('about:blank');
  await sendCommand(panel, { type: 'clearExchanges', tabId });
  // What a test has stored by itself, the worker may not know.
  const left = Object.keys(stored).filter((key) => key.startsWith(`exchange/${tabId}/`));
  await panel.evaluate((keys) => chrome.storage.session.remove(keys), left);
  await devtools.emulateMediaFeatures([]);
  return await followsTheme(panel, await devtools.evaluate(isDark));
}

function isDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** A panel that is loaded anew while DevTools changes its theme keeps the old one for ever. */
async function followsTheme(panel: Frame, dark: boolean): Promise<boolean> {
  const wanted = `(prefers-color-scheme: ${dark ? 'dark' : 'light'})`;
  return await panel
    .waitForFunction((query) => matchMedia(query).matches, { polling: 20, timeout: 1_000 }, wanted)
    .then(
      () => true,
      () => false,
    );
}
