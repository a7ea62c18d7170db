import type { Browser, Page } from 'puppeteer-core';

/** Clicks the extension's icon in the toolbar, for the tab of `page`. */
export async function openPopup(browser: Browser, extensionId: string, page: Page): Promise<Page> {
  const extension = (await browser.extensions()).get(extensionId);
  if (extension === undefined) throw new Error(`The browser has no extension ${extensionId}.`);
  await page.bringToFront();
  const known = new Set(browser.targets());
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget(
    (candidate) =>
      !known.has(candidate) && candidate.url().startsWith(`chrome-extension://${extensionId}/src/popup/`),
  );
  return await target.asPage();
}
