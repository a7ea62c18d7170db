import type { Browser, Page } from 'puppeteer-core';
import type { ReportedExchange } from '../../src/report/report.ts';
import { exportReport, sendCommand, tabIdOf } from '../browser/harness/extension-page.ts';
import { listenToTruth, type Truth } from './browser-truth.ts';
import type { OracleCase } from './oracle-case.ts';

/** A case to be run, and its number. */
export interface Asked {
  readonly id: number;
  /** How often its server was mended. */
  readonly round: number;
  readonly oracleCase: OracleCase;
}

/** A case, what the browser said of it, and what is reported. */
export interface Answered extends Asked {
  readonly truth: Truth;
  readonly reported: readonly ReportedExchange[];
}

/** A tab that runs cases. */
export interface OracleTab {
  run(asked: readonly Asked[]): Promise<readonly Answered[]>;
}

export interface OracleTabOptions {
  /** Shown by no other tab. */
  readonly pageUrl: string;
  readonly urlOf: (id: number, oracleCase: OracleCase) => string;
}

/** Opens a tab. @param extension a page of the extension */
export async function openOracleTab(
  browser: Browser,
  extension: Page,
  { pageUrl, urlOf }: OracleTabOptions,
): Promise<OracleTab> {
  const page = await browser.newPage();
  await page.goto(pageUrl);
  const truths = await listenToTruth(page);
  const tabId = await tabIdOf(extension, pageUrl);
  return {
    async run(asked) {
      const requests = asked.map(({ id, oracleCase }) => ({ url: urlOf(id, oracleCase), oracleCase }));
      const answers = await truths.run(requests);
      const byId = new Map<number, ReportedExchange[]>();
      for (const exchange of await settledExchanges(extension, tabId, asked.length)) {
        const id = Number(/\/case\/(\d+)\//.exec(exchange.url)?.[1]);
        byId.set(id, [...(byId.get(id) ?? []), exchange]);
      }
      return asked.map((one, index) => {
        const truth = answers[index];
        if (truth === undefined) throw new Error(`The browser said nothing of case ${one.id}.`);
        return { ...one, truth, reported: byId.get(one.id) ?? [] };
      });
    },
  };
}

/** The report, once every request in it has come to its end; then the list is cleared for the next. */
async function settledExchanges(
  extension: Page,
  tabId: number,
  count: number,
): Promise<readonly ReportedExchange[]> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const { exchanges } = await exportReport(extension, tabId);
    const settled = exchanges.filter(({ outcome }) => outcome !== 'pending').length;
    if (settled >= count || Date.now() > deadline) {
      await sendCommand(extension, { type: 'clearExchanges', tabId });
      return exchanges;
    }
    // The whole report is much to ask for: the worker shall get on meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
