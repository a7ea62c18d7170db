import { SerialQueue } from '../../src/background/serial-queue.ts';
import { FIREFOX } from '../../src/cors/firefox-profile.ts';
import { installExtension } from '../firefox/extension.ts';
import { launchFirefox } from '../firefox/launch-firefox.ts';
import type { FirefoxTab } from '../firefox/marionette.ts';
import { openPlaces, runIn } from '../firefox/places.ts';
import { isFirefoxWall } from './firefox-wall.ts';
import { type OracleServer, SERVICE_WORKER } from './oracle-server.ts';
import type { OverrideBrowser, Place, Sender } from './override-browser.ts';
import { sendAll } from './send-all.ts';

/** Firefox with the extension. */
export async function startFirefoxForOverrides({
  pageOrigin,
  otherOrigins,
}: OracleServer): Promise<OverrideBrowser> {
  const { marionette, close } = await launchFirefox({
    'network.http.max-persistent-connections-per-server': 100,
    // Hosts that are not on loopback lead there all the same.
    'network.dns.localDomains': otherOrigins.map((origin) => new URL(origin).hostname).join(','),
  });
  try {
    const extension = await installExtension(marionette);
    const page = await marionette.openTab();
    await page.navigate(`${pageOrigin}/`);
    const tabId = await extension.tabIdOf(`${pageOrigin}/`);
    await page.call(openPlaces, SERVICE_WORKER);
    // Marionette runs one script at a time.
    const queue = new SerialQueue();
    const bystanders: { host: string; sender: Sender }[] = [];
    for (const origin of [pageOrigin, ...otherOrigins]) {
      const tab = await marionette.openTab();
      await tab.navigate(`${origin}/`);
      const sender: Sender = (requests) => queue.run(() => tab.call(sendAll, requests));
      bystanders.push({ host: new URL(origin).host, sender });
    }
    return {
      profile: FIREFOX,
      tabId,
      senders: sendersIn(page, queue),
      bystanders,
      // Each answer is seen to fail once: two of each hop.
      times: 8,
      isWall: isFirefoxWall,
      send: extension.send,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function sendersIn(page: FirefoxTab, queue: SerialQueue): Readonly<Record<Place, Sender>> {
  const sender = (place: Place): Sender => {
    return (requests) =>
      queue.run(() => page.call(runIn<(boolean | null)[]>, place, String(sendAll), requests));
  };
  return {
    page: sender('page'),
    frame: sender('frame'),
    worker: sender('worker'),
    sandbox: sender('sandbox'),
    service: sender('service'),
  };
}
