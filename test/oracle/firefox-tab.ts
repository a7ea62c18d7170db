import type { FirefoxExtension } from '../firefox/extension.ts';
import type { Marionette } from '../firefox/marionette.ts';
import { openPanel } from '../firefox/panel.ts';
import { type FirefoxEvent, observe, takeEvents } from './firefox-observer.ts';
import { isSettled, truthOf } from './firefox-truth.ts';
import type { OracleCase } from './oracle-case.ts';
import { type OracleTab, reportedById } from './oracle-tab.ts';
import { sendAll, sentOf, whetherPassed } from './send-all.ts';
import { settledExchanges } from './settled-exchanges.ts';

export interface FirefoxTabOptions {
  /** Shown by no other tab. */
  readonly pageUrl: string;
  readonly urlOf: (id: number, oracleCase: OracleCase) => string;
}

/** Opens a tab. */
export async function openFirefoxTab(
  marionette: Marionette,
  extension: FirefoxExtension,
  { pageUrl, urlOf }: FirefoxTabOptions,
): Promise<OracleTab> {
  const tab = await marionette.openTab();
  await tab.navigate(pageUrl);
  await marionette.callBrowser(observe);
  // Which answers the page may read, and the header lines as they came, only DevTools tells.
  await openPanel(marionette);
  // It hears no request that is made before it has settled, and nothing tells that it has.
  await new Promise((resolve) => setTimeout(resolve, DEVTOOLS_MS));
  await tab.call(async () => performance.setResourceTimingBufferSize(1_000_000));
  const tabId = await extension.tabIdOf(pageUrl);
  return {
    async run(asked) {
      const requests = asked.map(({ id, oracleCase }) => ({ url: urlOf(id, oracleCase), oracleCase }));
      const answers = await tab.call(sendAll, requests.map(sentOf));
      const passed = whetherPassed(requests, answers);
      const events = await settledEvents(marionette, (known) =>
        asked.every(({ id }, index) => isSettled(passed[index] === true, known.get(id) ?? [])),
      );
      const byId = reportedById(await settledExchanges(extension.send, tabId, asked.length, DEVTOOLS_MS));
      return asked.map((one, index) => {
        const truth = truthOf(passed[index] === true, events.get(one.id) ?? []);
        return { ...one, truth, reported: byId.get(one.id) ?? [] };
      });
    },
  };
}

/** DevTools tells of a request later than webRequest. */
const DEVTOOLS_MS = 3_000;

/** Of some failures nothing more is to come, which nothing tells. Everything else comes within a few ms. */
const GRACE_MS = 700;

/** What happened to each case, once all has been said. */
async function settledEvents(
  marionette: Marionette,
  areSettled: (known: ReadonlyMap<number, readonly FirefoxEvent[]>) => boolean,
): Promise<ReadonlyMap<number, readonly FirefoxEvent[]>> {
  const known = new Map<number, FirefoxEvent[]>();
  const deadline = Date.now() + GRACE_MS;
  for (;;) {
    for (const event of await marionette.callBrowser(takeEvents)) {
      const id = Number(/\/case\/(\d+)\//.exec(event.type === 'logged' ? event.message : event.url)?.[1]);
      known.set(id, [...(known.get(id) ?? []), event]);
    }
    if (areSettled(known) || Date.now() > deadline) return known;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
