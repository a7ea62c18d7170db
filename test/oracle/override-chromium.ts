import type { Frame, Page, WebWorker } from 'puppeteer-core';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { openExtensionPage, sendCommand, tabIdOf } from '../browser/harness/extension-page.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { startServiceWorker } from '../browser/support/service-worker.ts';
import { type OracleServer, SERVICE_WORKER } from './oracle-server.ts';
import type { OverrideBrowser, Place, Sender } from './override-browser.ts';
import { sendAll } from './send-all.ts';

/** Chromium with the extension. */
export async function startChromiumForOverrides({
  pageOrigin,
  otherOrigins,
}: OracleServer): Promise<OverrideBrowser> {
  const { browser, extensionId, close } = await launchChromium();
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(`${pageOrigin}/`);
    const extension = await openExtensionPage(browser, extensionId);
    return {
      profile: CHROME,
      tabId: await tabIdOf(extension, `${pageOrigin}/`),
      senders: await openPlaces(page),
      bystanders: await Promise.all(
        [pageOrigin, ...otherOrigins].map(async (origin) => {
          const other = await browser.newPage({ background: true });
          await other.goto(`${origin}/`);
          return { host: new URL(origin).host, sender: senderOf(other) };
        }),
      ),
      times: 4,
      isWall: () => false,
      send: (command) => sendCommand(extension, command),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function senderOf(place: Page | Frame | WebWorker): Sender {
  return (requests) => place.evaluate(sendAll, requests);
}

async function openPlaces(page: Page): Promise<Readonly<Record<Place, Sender>>> {
  const created = new Promise<WebWorker>((resolve) => page.once('workercreated', resolve));
  await page.evaluate(() => {
    document.body.innerHTML =
      '<iframe name="frame" srcdoc="frame"></iframe><iframe name="sandbox" sandbox="allow-scripts" srcdoc="x"></iframe>';
    Object.assign(window, { worker: new Worker(URL.createObjectURL(new Blob(['']))) });
  });
  const frame = (name: string) => page.waitForFrame(async (one) => (await one.evaluate('name')) === name);
  return {
    page: senderOf(page),
    frame: senderOf(await frame('frame')),
    worker: senderOf(await created),
    sandbox: senderOf(await frame('sandbox')),
    service: senderOf(await startServiceWorker(page, SERVICE_WORKER)),
  };
}
