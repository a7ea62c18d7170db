import type { Report, ReportedExchange } from '../../../src/report/report.ts';
import { type ExtensionContext, exportReport } from '../harness/extension-page.ts';

const PATIENCE = 5_000;

/**
 * The tab's exchanges once `test` is true of them; those there are when that never comes, so that a test can say what is
 * missing.
 * @param patience in ms
 */
export async function reportWhen(
  context: ExtensionContext,
  tabId: number,
  test: (exchanges: readonly ReportedExchange[]) => boolean,
  patience = PATIENCE,
): Promise<Report> {
  const deadline = Date.now() + patience;
  for (;;) {
    const report = await exportReport(context, tabId);
    if (test(report.exchanges) || Date.now() > deadline) return report;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The tab's exchanges once there are `count`, none of them pending. */
export async function settledExchanges(
  context: ExtensionContext,
  tabId: number,
  count: number,
): Promise<readonly ReportedExchange[]> {
  const isSettled = (exchanges: readonly ReportedExchange[]) =>
    exchanges.filter(({ outcome }) => outcome !== 'pending').length >= count;
  return (await reportWhen(context, tabId, isSettled)).exchanges;
}
