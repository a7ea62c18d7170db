import type { Command } from '../../src/commands/commands.ts';
import type { ReportedExchange } from '../../src/report/report.ts';
import { checkedReport } from '../support/checked-report.ts';

/**
 * The report of a tab, once every request in it has come to its end, and nothing has changed for a while; then the list is
 * cleared for the next.
 * @param send to the extension
 * @param count how many requests were sent
 * @param quiet how long nothing may change, in ms
 */
export async function settledExchanges(
  send: (command: Command) => Promise<unknown>,
  tabId: number,
  count: number,
  quiet = 0,
): Promise<readonly ReportedExchange[]> {
  const deadline = Date.now() + 5_000 + quiet;
  let last = { text: '', since: Date.now() };
  for (;;) {
    const { exchanges } = checkedReport(await send({ type: 'exportReport', tabId }));
    const settled = exchanges.filter(({ outcome }) => outcome !== 'pending').length;
    const text = JSON.stringify(exchanges);
    if (text !== last.text) last = { text, since: Date.now() };
    if ((settled >= count && Date.now() - last.since >= quiet) || Date.now() > deadline) {
      await send({ type: 'clearExchanges', tabId });
      return exchanges;
    }
    // The whole report is much to ask for: the worker shall get on meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
