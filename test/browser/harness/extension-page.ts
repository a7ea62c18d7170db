import type { Browser, Frame, Page } from 'puppeteer-core';
import type { Command } from '../../../src/commands/commands.ts';
import type { Report } from '../../../src/report/report.ts';
import { checkedReport } from '../../support/checked-report.ts';

/** Anything that runs with the extension's rights: one of its pages in a tab, its popup, its panel. */
export type ExtensionContext = Page | Frame;

/** Opens a page of the extension in a tab of its own, behind the one that is shown. */
export async function openExtensionPage(
  browser: Browser,
  extensionId: string,
  path = 'src/popup/index.html',
): Promise<Page> {
  const page = await browser.newPage({ background: true });
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  return page;
}

/** Sends a command to the extension's worker, and wakes it for that. */
export async function sendCommand(context: ExtensionContext, command: Command): Promise<unknown> {
  return await sendMessage(context, command);
}

/** The same with any message at all, for what is no command. */
export async function sendMessage(context: ExtensionContext, message: unknown): Promise<unknown> {
  return await context.evaluate(
    async (sent): Promise<unknown> => await chrome.runtime.sendMessage(sent),
    message,
  );
}

/** What the extension saw in a tab. Whatever test asks for it, the report has to be as its schema says. */
export async function exportReport(context: ExtensionContext, tabId: number): Promise<Report> {
  return checkedReport(await sendCommand(context, { type: 'exportReport', tabId }));
}

/** The id of the tab that shows this URL. The extension must have been granted its host. */
export async function tabIdOf(context: ExtensionContext, url: string): Promise<number> {
  const id = await context.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.id;
  }, url);
  if (id === undefined) throw new Error(`No tab that the extension may see shows ${url}.`);
  return id;
}
