import type { Browser } from 'puppeteer-core';

/** The part of the API that chrome://extensions has for itself which is used here, and nowhere else. */
interface DeveloperPrivate {
  addHostPermission(extensionId: string, pattern: string): Promise<void>;
}

/**
 * Says on chrome://extensions that an extension may have a host: when it asks, Chrome then grants it without the
 * dialog, which nothing can click on here. Until it asks, it doesn't have it.
 */
export async function preGrant(browser: Browser, extensionId: string, pattern: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    (id, wanted) =>
      (chrome as typeof chrome & { developerPrivate: DeveloperPrivate }).developerPrivate.addHostPermission(
        id,
        wanted,
      ),
    extensionId,
    pattern,
  );
  await page.close();
}
