import { mkdir } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspectedTabId, openPanel } from '../browser/harness/devtools-panel.ts';
import { exportReport, openExtensionPage } from '../browser/harness/extension-page.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { waitForPanelText } from '../browser/harness/panel-text.ts';
import { savePanelPicture } from '../browser/harness/screenshot.ts';
import type { CleanUp } from './clean-up.ts';
import { inPlainWords } from './plain-words.ts';

const SCREENSHOT = fileURLToPath(new URL('../../dist/panel.png', import.meta.url));
const NAMED = ['x-stainless-timeout', 'Access-Control-Allow-Headers'];
const TIMEOUT = 20_000;

/** Opens the demo without a window, prints what the extension found, and saves a picture of the panel. */
export async function diagnoseHeadless(url: string, cleanUp: CleanUp): Promise<void> {
  const { browser, extensionId } = await cleanUp.started(launchChromium());
  const [page] = await browser.pages();
  if (page === undefined) throw new Error('The browser opened no page.');
  await page.goto(url);
  const devtoolsPanel = await openPanel(page, extensionId);
  const { panel } = devtoolsPanel;
  // The client tries three times before it gives up.
  await page.waitForSelector('#answer[data-state=failed]', { timeout: TIMEOUT });
  await waitForPanelText(panel, NAMED, TIMEOUT);

  const extensionPage = await openExtensionPage(browser, extensionId);
  const report = await exportReport(extensionPage, await inspectedTabId(panel));
  if (!report.exchanges.some(({ outcome }) => outcome === 'blocked')) {
    throw new Error(
      `The panel names the failure, but the report has no blocked call: ${JSON.stringify(report)}`,
    );
  }
  console.log(`\n${inPlainWords(report)}`);

  await mkdir(dirname(SCREENSHOT), { recursive: true });
  await savePanelPicture(devtoolsPanel, SCREENSHOT);
  console.log(`The panel, as a picture: ${relative(process.cwd(), SCREENSHOT)}`);
}
