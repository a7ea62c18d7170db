import { CHROME } from '../../src/cors/browser-profile.ts';
import { openExtensionPage } from '../browser/harness/extension-page.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { chromeBaseline } from './chrome-baseline.ts';
import { openChromiumTab } from './chromium-tab.ts';
import type { OracleBrowser } from './oracle-browser.ts';
import type { OracleServer } from './oracle-server.ts';
import type { OracleTab } from './oracle-tab.ts';

/** While one tab's answers are judged, the other's requests go on. */
const TABS = 2;

/** Chromium with the extension: what is judged is the extension's own report. */
export async function startChromium({ pageOrigin, urlOf }: OracleServer): Promise<OracleBrowser> {
  const { browser, extensionId, close } = await launchChromium();
  try {
    // Unlike the popup, this one hears nothing of what is stored, and so costs nothing.
    const extension = await openExtensionPage(browser, extensionId, 'manifest.json');
    const tabs: OracleTab[] = [];
    for (let n = 0; n < TABS; n++) {
      const pageUrl = `${pageOrigin}/?tab=${n}`;
      tabs.push(await openChromiumTab(browser, extension, { pageUrl, urlOf }));
    }
    return {
      name: await browser.version(),
      profile: CHROME,
      baseline: chromeBaseline,
      badStatus: new Set(['PreflightInvalidStatus', 'PreflightDisallowedRedirect']),
      unmendable: new Set(['RedirectContainsCredentials', 'CorsDisabledScheme']),
      untold: new Set(),
      // Of several headers Chrome names any.
      isNamed: ({ corsError, failedParameter }, faults) =>
        faults.some(({ error, parameter }) => error === corsError && parameter === failedParameter),
      tabs,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
