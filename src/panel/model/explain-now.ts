import { ownProfile } from '../../browser/own-browser.ts';
import { canAnswerPreflights } from '../../browser/preflight-answers.ts';
import { seenAnswers } from '../../causes/index.ts';
import type { Exchange } from '../../cors/index.ts';
import { explainAll, type JudgedExchange, judge, parseAlsoAllow } from '../../explain/index.ts';
import type { Explained } from '../../report/index.ts';
import type { PanelModel } from './panel-model.ts';
import { variantOfFix } from './shown-variant.ts';

/** Explains rows of the list as the panel would show each of them now. @param seen all exchanges of the tab */
export function explainNow(
  rows: readonly JudgedExchange[],
  seen: readonly Exchange[],
  model: PanelModel,
): readonly Explained[] {
  const explanations = explainAll(rows, seen, {
    overrides: model.overrides.value,
    pageOrigin: model.pageOrigin.value,
    canAnswerPreflights: canAnswerPreflights(),
    policy: model.policy.value,
    devServer: model.devServer.value,
    stackChoices: model.stackChoices.value,
    furtherOrigins: (server) => parseAlsoAllow(model.alsoAllow.value.get(server) ?? '').origins,
  });
  return explanations.map((explanation) => ({ explanation, variant: variantOfFix(explanation) }));
}

/** The same of all exchanges of the tab, of all its pages. */
export function explainEverything(model: PanelModel): readonly Explained[] {
  const inOrder = model.history.value.toSorted((one, other) => one.startedAt - other.startedAt);
  const seen = seenAnswers(inOrder);
  const rows = inOrder.map((exchange) => judge(exchange, ownProfile(), seen.beside(exchange)));
  return explainNow(rows, inOrder, model);
}
