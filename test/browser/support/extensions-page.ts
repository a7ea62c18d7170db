import type { Browser, Page } from 'puppeteer-core';
import { stopWorker, waitForListeners } from '../harness/worker.ts';

/** The part of the API that chrome://extensions has for itself which is used here, and nowhere else. */
interface DeveloperPrivate {
  addHostPermission(extensionId: string, pattern: string): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string } & Setting): Promise<void>;
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
}

type ExtensionsPage = typeof chrome & { developerPrivate: DeveloperPrivate };

/** What stands among an extension's details. */
export type Setting =
  /** *Site access* */
  | { readonly hostAccess: 'ON_CLICK' | 'ON_ALL_SITES' }
  /** *Allow in Incognito* */
  | { readonly incognitoAccess: boolean }
  /** *Allow access to file URLs* */
  | { readonly fileAccess: boolean };

/**
 * Says on chrome://extensions that an extension may have a host: when it asks, Chrome then grants it without the
 * dialog, which nothing can click on here. Until it asks, it doesn't have it.
 */
export async function preGrant(browser: Browser, extensionId: string, pattern: string): Promise<void> {
  const page = await openExtensionsPage(browser);
  await page.evaluate(
    (id, wanted) => (chrome as ExtensionsPage).developerPrivate.addHostPermission(id, wanted),
    extensionId,
    pattern,
  );
  await page.close();
}

/** Changes a setting on chrome://extensions. All but the site access start the extension anew. */
export async function changeSetting(browser: Browser, extensionId: string, setting: Setting): Promise<void> {
  const page = await openExtensionsPage(browser);
  // The one that comes then is another.
  if (!('hostAccess' in setting)) await stopWorker(browser, extensionId);
  await page.evaluate(
    async (update) => {
      const { developerPrivate } = chrome as ExtensionsPage;
      // Otherwise Chrome doesn't start it again.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration(update);
    },
    { extensionId, ...setting },
  );
  await page.close();
  await waitForListeners(browser, extensionId);
}

async function openExtensionsPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  return page;
}
