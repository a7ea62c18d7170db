import type { ReportV2 } from '../../src/report/report-v2.ts';
import { openExtensionPage } from '../browser/harness/extension-page.ts';
import { inspect } from '../browser/harness/inspected.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { openUrl } from './open-url.ts';
import type { StartWatching } from './watching.ts';

/** The function of the extension's page for agents. */
declare const preflightInspector: { explain(): Promise<ReportV2> };

export const watchInChromium: StartWatching = async (extension, cleanUp) => {
  const { browser, extensionId } = await cleanUp.started(launchChromium({ extension, mapsTestNames: false }));
  // DevTools first: only with it are calls to other machines seen, and those that the page makes at once.
  const { page } = await inspect(browser, extensionId, 'about:blank');
  const asking = await openExtensionPage(browser, extensionId, 'src/agent/index.html');
  return {
    open: (url) => openUrl(page, url),
    explain: () => asking.evaluate(() => preflightInspector.explain()),
  };
};
