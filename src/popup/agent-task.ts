import { ownLanguage, sayIn } from '../browser/languages.ts';
import { ownProfile } from '../browser/own-profile.ts';
import { subscribeStackChoices } from '../browser/stack-choices.ts';
import { causeKey, seenAnswers } from '../causes/index.ts';
import type { Exchange } from '../cors/index.ts';
import { explainAll, judge, type StackChoice } from '../explain/index.ts';
import { agentPromptOfMany, variantOf } from '../report/index.ts';
import { blockedCauses } from './blocked-causes.ts';

/**
 * Writes the task for a coding agent of the cause that the popup shows on top. Its code is loaded when it is asked for.
 * @param exchanges of the current page, of which some were blocked
 * @param pageOrigin `null` where it isn't known
 */
export async function agentTask(exchanges: readonly Exchange[], pageOrigin: string): Promise<string> {
  const [say, stackChoices] = await Promise.all([sayIn(ownLanguage()), readStackChoices()]);
  const seen = seenAnswers(exchanges);
  const [top] = blockedCauses(exchanges, ownProfile());
  const rows = exchanges
    .map((exchange) => judge(exchange, ownProfile(), seen.beside(exchange)))
    .filter(({ exchange, diagnosis, cause }) => {
      return diagnosis.outcome === 'blocked' && cause !== null && causeKey(exchange, cause) === top?.key;
    });
  const explanations = explainAll(rows.slice(-1), exchanges, {
    pageOrigin,
    stackChoices,
    furtherOrigins: () => [],
    // Only DevTools knows what a page has loaded.
    devServer: 'vite',
    // What follows decides about overrides, of which no agent is told.
    overrides: [],
    canAnswerPreflights: false,
    policy: { override: false, debugger: false, allowedTargets: null },
  });
  const causes = explanations.map((explanation) => ({
    explained: { explanation, variant: variantOf(explanation, '', navigator.userAgent) },
    exchanges: rows.map(({ exchange }) => exchange),
  }));
  return agentPromptOfMany(causes, say);
}

function readStackChoices(): Promise<ReadonlyMap<string, StackChoice>> {
  return new Promise((resolve) => {
    const unsubscribe = subscribeStackChoices((choices) => {
      unsubscribe();
      resolve(choices);
    });
  });
}
