import type { Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { CauseId } from '../../../../src/causes/cause.ts';
import type { ReportedExchange } from '../../../../src/report/report.ts';
import { inspectedTabId } from '../../harness/devtools-panel.ts';
import { sendCommand } from '../../harness/extension-page.ts';
import { waitForDetail } from '../panel-view.ts';
import { settled } from './judged.ts';
import type { Sender } from './senders.ts';

/** What is to be said of a call that failed, and not by CORS. */
export interface Told {
  readonly error: string;
  readonly cause: CauseId;
  /** Words of the panel: what happened, and what helps. */
  readonly headline: string;
  readonly hint: string;
}

/**
 * Makes the page call, and expects the panel to say what happened and what helps, and the report to hold one failed
 * request with this error.
 */
export async function expectTold(
  page: Page,
  panel: Frame,
  send: Sender,
  url: string,
  { error, cause, headline, hint }: Told,
): Promise<void> {
  const tabId = await inspectedTabId(panel);
  await sendCommand(panel, { type: 'clearExchanges', tabId });
  expect(await page.evaluate(send, url)).toBe(false);
  await waitForDetail(panel, [headline, hint]);
  // DevTools may tell the exact error after the call is over.
  const told = async () => (await settled(panel, tabId, 1)).map(essenceOf);
  await expect.poll(told).toEqual([
    {
      url,
      origin: new URL(page.url()).origin,
      outcome: 'failed',
      failures: [{ stage: 'network', error, parameter: null, when: 'always' }],
      cause,
    },
  ]);
}

function essenceOf({ url, origin, outcome, failures, cause }: ReportedExchange) {
  return { url, origin, outcome, failures, cause };
}
