import { sayIn } from '../browser/languages.ts';
import { ownProfile } from '../browser/own-browser.ts';
import { read, readKeys } from '../browser/session-store.ts';
import { subscribeStackChoices } from '../browser/stack-choices.ts';
import { seenAnswers } from '../causes/index.ts';
import { type JudgedExchange, judge, type StackChoice } from '../explain/index.ts';
import type { AgentAnswer } from '../report/index.ts';
import { answerTo } from './answer.ts';
import { firstOf } from './first-of.ts';
import { readQuery } from './read-query.ts';
import type { SeenTab } from './seen-tab.ts';
import { type StoredTab, storedTabs } from './stored-tabs.ts';

/**
 * Reads what is stored and explains it to a coding agent. Changes nothing.
 * @throws TypeError for a query that is none
 */
export async function explainToAgent(query: unknown): Promise<AgentAnswer> {
  const { tabId, url = null } = readQuery(query);
  const [say, stored, stackChoices] = await Promise.all([
    sayIn('en'),
    readKeys().then(read),
    firstOf<ReadonlyMap<string, StackChoice>>(subscribeStackChoices),
  ]);
  const tabs = storedTabs(stored).filter((tab) => tabId === undefined || tab.tabId === tabId);
  const seen = tabs.map((tab) => toSeenTab(tab, stackChoices));
  return answerTo(seen, { url, userAgent: navigator.userAgent, say });
}

function toSeenTab(
  { origin, exchanges }: StoredTab,
  stackChoices: ReadonlyMap<string, StackChoice>,
): SeenTab {
  const seen = seenAnswers(exchanges);
  return {
    rows: exchanges.map((exchange): JudgedExchange => judge(exchange, ownProfile(), seen.beside(exchange))),
    context: {
      pageOrigin: origin,
      stackChoices,
      furtherOrigins: () => [],
      // Only DevTools knows what a page has loaded.
      devServer: 'vite',
      // What follows decides about overrides, of which no agent is told.
      overrides: [],
      canAnswerPreflights: false,
      policy: { override: false, debugger: false, allowedTargets: null },
    },
  };
}
