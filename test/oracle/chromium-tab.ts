import type { Browser, Page } from 'puppeteer-core';
import type { Command } from '../../src/commands/commands.ts';
import { sendCommand, tabIdOf } from '../browser/harness/extension-page.ts';
import { listenToTruth } from './chromium-truth.ts';
import type { OracleCase } from './oracle-case.ts';
import { type OracleTab, reportedById } from './oracle-tab.ts';
import { settledExchanges } from './settled-exchanges.ts';

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
  const send = (command: Command) => sendCommand(extension, command);
  return {
    async run(asked) {
      const requests = asked.map(({ id, oracleCase }) => ({ url: urlOf(id, oracleCase), oracleCase }));
      const answers = await truths.run(requests);
      const byId = reportedById(await settledExchanges(send, tabId, asked.length));
      return asked.map((one, index) => {
        const truth = answers[index];
        if (truth === undefined) throw new Error(`The browser said nothing of case ${one.id}.`);
        return { ...one, truth, reported: byId.get(one.id) ?? [] };
      });
    },
  };
}
