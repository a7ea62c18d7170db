import type { Browser, Page } from 'puppeteer-core';
import type { ReportedExchange } from '../../src/report/report.ts';
import { exportReport, sendCommand, tabIdOf } from '../browser/harness/extension-page.ts';
import { listenToTruth } from './chromium-truth.ts';
import type { OracleCase } from './oracle-case.ts';
import { type OracleTab, reportedById } from './oracle-tab.ts';

export interface ChromiumTabOptions {
  /** Shown by no other tab. */
  readonly pageUrl: string;
  readonly urlOf: (id: number, oracleCase: OracleCase) => string;
}

/** Opens a tab. @param extension a page of the extension */
export async function openChromiumTab(
  browser: Browser,
  extension: Page,
  { pageUrl, urlOf }: ChromiumTabOptions,
): Promise<OracleTab> {
  const page = await browser.newPage();
  await page.goto(pageUrl);
  const truths = await listenToTruth(page);
  const tabId = await tabIdOf(extension, pageUrl);
  return {
    async run(asked) {
      const requests = asked.map(({ id, oracleCase }) => ({ url: urlOf(id, oracleCase), oracleCase }));
      const answers = await truths.run(requests);
      const byId = reportedById(await settledExchanges(extension, tabId, asked.length));
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
