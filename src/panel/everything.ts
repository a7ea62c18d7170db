import { sayIn } from '../browser/languages.ts';
import { type ReportV2, toReportV2 } from '../report/index.ts';
import { explainEverything } from './model/explain-now.ts';
import type { PanelModel } from './model/panel-model.ts';

/** Version 2 of the report on the inspected tab. Its code is loaded when it is asked for. */
export async function everything(model: PanelModel): Promise<ReportV2> {
  const say = await sayIn('en');
  const explained = explainEverything(model).map((one) => ({ ...one, repeats: 0 }));
  return toReportV2(navigator.userAgent, explained, say);
}
