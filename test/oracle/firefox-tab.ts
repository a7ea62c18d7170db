import type { Exchange } from '../../src/cors/index.ts';
import { FIREFOX } from '../../src/cors/index.ts';
import { toReport } from '../../src/report/report.ts';
import type { Marionette } from '../firefox/marionette.ts';
import { schemaProblems } from '../support/report-schema.ts';
import { exchangeOf } from './firefox-exchange.ts';
import { type FirefoxEvent, observe, takeEvents } from './firefox-observer.ts';
import { isSettled, truthOf } from './firefox-truth.ts';
import type { OracleCase } from './oracle-case.ts';
import { type OracleTab, reportedById } from './oracle-tab.ts';
import { sendAll, sentOf, whetherPassed } from './send-all.ts';

export interface FirefoxTabOptions {
  /** The browser's name and version. */
  readonly name: string;
  readonly pageOrigin: string;
  readonly urlOf: (id: number, oracleCase: OracleCase) => string;
}

/** Opens the page in Firefox's tab. */
export async function openFirefoxTab(
  marionette: Marionette,
  { name, pageOrigin, urlOf }: FirefoxTabOptions,
): Promise<OracleTab> {
  await marionette.navigate(`${pageOrigin}/`);
  await marionette.call('chrome', observe);
  return {
    async run(asked) {
      const requests = asked.map(({ id, oracleCase }) => ({ url: urlOf(id, oracleCase), oracleCase }));
      const answers = await marionette.call('content', sendAll, requests.map(sentOf));
      const passed = whetherPassed(requests, answers);
      const events = await settledEvents(marionette, (known) =>
        asked.every(({ id }, index) => isSettled(passed[index] === true, known.get(id) ?? [])),
      );
      const exchanges = asked.flatMap(({ id }): readonly Exchange[] => {
        const ofChannels = (events.get(id) ?? []).filter((event) => event.type !== 'logged');
        const exchange = exchangeOf(String(id), pageOrigin, ofChannels);
        return exchange === null ? [] : [exchange];
      });
      const report = toReport(name, exchanges, FIREFOX);
      const problems = schemaProblems(report);
      if (problems.length > 0) throw new Error(`The report isn't as its schema says: ${problems.join('; ')}`);
      const byId = reportedById(report.exchanges);
      return asked.map((one, index) => {
        const truth = truthOf(passed[index] === true, events.get(one.id) ?? []);
        return { ...one, truth, reported: byId.get(one.id) ?? [] };
      });
    },
  };
}

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
    for (const event of await marionette.call('chrome', takeEvents)) {
      const id = Number(/\/case\/(\d+)\//.exec(event.type === 'logged' ? event.message : event.url)?.[1]);
      known.set(id, [...(known.get(id) ?? []), event]);
    }
    if (areSettled(known) || Date.now() > deadline) return known;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
