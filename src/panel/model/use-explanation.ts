import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { canAnswerPreflights } from '../../browser/preflight-answers.ts';
import { originOfHop } from '../../cors/index.ts';
import {
  cookiesByHost,
  cookiesFor,
  type Explanation,
  explain,
  type JudgedExchange,
  parseAlsoAllow,
  unchanged,
} from '../../explain/index.ts';
import { type AskedFor, askedFor } from '../../stacks/index.ts';
import { useModel } from './model-context.ts';
import type { PanelModel } from './panel-model.ts';

/** Explains a row; anew whenever something that its explanation depends on has changed. */
export function useExplanation(row: JudgedExchange): Explanation {
  const model = useModel();
  const explanation = useMemo(() => computed(explainer(row, model)), [row, model]);
  return explanation.value;
}

function explainer(row: JudgedExchange, model: PanelModel): () => Explanation {
  const { exchange } = row;
  const target = originOfHop(exchange, exchange.hops.length - 1);
  let last: AskedFor | null = null;
  const asked = computed(() => {
    const others = model.rows.value.map((other) => other.exchange);
    last = unchanged(last, askedFor(exchange, others));
    return last;
  });
  const stackChoice = computed(() => model.stackChoices.value.get(target) ?? null);
  const typed = computed(() => model.alsoAllow.value.get(target) ?? '');
  return () =>
    explain(row, {
      // These change with every request of the page: who doesn't read them isn't called again.
      get others() {
        return model.history.value.filter(({ id, outside }) => id !== exchange.id && outside === undefined);
      },
      get cookiesSet() {
        return cookiesFor(exchange, cookiesByHost(model.history.value));
      },
      get askedFor() {
        return asked.value;
      },
      overrides: model.overrides.value,
      pageOrigin: model.pageOrigin.value,
      canAnswerPreflights: canAnswerPreflights(),
      policy: model.policy.value,
      devServer: model.devServer.value,
      stackChoice: stackChoice.value,
      furtherOrigins: parseAlsoAllow(typed.value).origins,
    });
}
