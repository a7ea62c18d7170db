import type { Exchange } from '../../src/cors/exchange.ts';
import { explain } from '../../src/explain/explanation.ts';
import { variantOf } from '../../src/report/explained.ts';
import type { ToReport } from '../../src/report/to-report-v2.ts';
import { judge } from '../explain/judge.ts';
import { sampleContext } from '../explain/sample-context.ts';

/** An exchange explained for somebody on Linux. */
export function explained(exchange: Exchange): ToReport {
  const explanation = explain(judge(exchange), sampleContext(exchange));
  return { explanation, variant: variantOf(explanation, '', 'Linux'), repeats: 0 };
}
