import { ownLanguage, sayIn } from '../browser/languages.ts';
import { ownProfile } from '../browser/own-browser.ts';
import { subscribeStackChoices } from '../browser/stack-choices.ts';
import { causeLabel, seenAnswers } from '../causes/index.ts';
import { type Exchange, hostOfHop } from '../cors/index.ts';
import { byCause, explainAll, judge, resultOf, type StackChoice } from '../explain/index.ts';
import { agentPromptOfMany, variantOf } from '../report/index.ts';
import type { Sentence } from '../texts/index.ts';

/** A task for a coding agent, in Markdown, and the cause that it is about. */
export interface Task {
  readonly text: string;
  readonly label: Sentence;
  readonly host: string;
}

/**
 * Writes the task of the cause that the popup shows on top: the one that blocked most. Null where nothing was blocked.
 * @param exchanges of the current page
 * @param pageOrigin `null` where it isn't known
 */
export async function agentTask(exchanges: readonly Exchange[], pageOrigin: string): Promise<Task | null> {
  const seen = seenAnswers(exchanges);
  const blocked = exchanges
    .map((exchange) => judge(exchange, ownProfile(), seen.beside(exchange)))
    .filter((row) => resultOf(row) === 'blocked');
  const [rows] = byCause(blocked).toSorted((one, other) => other.length - one.length);
  const latest = rows?.at(-1);
  if (rows === undefined || latest === undefined || latest.cause === null) return null;
  const [say, stackChoices] = await Promise.all([sayIn(ownLanguage()), readStackChoices()]);
  const explanations = explainAll([latest], exchanges, {
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
  const { cause, exchange } = latest;
  return {
    text: agentPromptOfMany(causes, say),
    label: causeLabel(cause),
    host: hostOfHop(exchange, cause.failure.hop),
  };
}

function readStackChoices(): Promise<ReadonlyMap<string, StackChoice>> {
  return new Promise((resolve) => {
    const unsubscribe = subscribeStackChoices((choices) => {
      unsubscribe();
      resolve(choices);
    });
  });
}
