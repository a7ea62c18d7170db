import { sayIn } from '../browser/languages.ts';
import { policy } from '../browser/policy.ts';
import { canAnswerPreflights } from '../browser/preflight-answers.ts';
import { read } from '../browser/session-store.ts';
import { subscribeStackChoices } from '../browser/stack-choices.ts';
import { openTabs } from '../browser/tabs.ts';
import { seenAnswers } from '../causes/index.ts';
import { within } from '../commands/index.ts';
import { judge, type StackChoice } from '../explain/index.ts';
import { NO_POLICY } from '../override/index.ts';
import type { AgentAnswer } from '../report/index.ts';
import { OVERRIDES_KEY, parseOverrides } from '../store/index.ts';
import { subscribeTab, type TabContent } from '../ui/index.ts';
import { answerTo } from './answer.ts';
import { firstOf } from './first-of.ts';
import { readQuery } from './read-query.ts';
import type { SeenTab } from './seen-tab.ts';

/** How long the store may take, in ms. A browser that can't read it is asked again all the while. */
const TIMEOUT_MS = 10_000;

/**
 * Reads what is stored and explains it to a coding agent. Changes nothing.
 * @throws TypeError for a query that is none
 */
export async function explainToAgent(query: unknown): Promise<AgentAnswer> {
  const { tabId, url = null } = readQuery(query);
  const tabIds = tabId === undefined ? (await openTabs()).map(({ id }) => id) : [tabId];
  const [say, tabs] = await Promise.all([sayIn('en'), within(TIMEOUT_MS, seenIn(tabIds))]);
  return answerTo(tabs, { url, userAgent: navigator.userAgent, say });
}

async function seenIn(tabIds: readonly number[]): Promise<readonly SeenTab[]> {
  const [rules, stackChoices, stored, contents] = await Promise.all([
    policy().catch(() => NO_POLICY),
    firstOf<ReadonlyMap<string, StackChoice>>(subscribeStackChoices),
    read([OVERRIDES_KEY]),
    Promise.all(tabIds.map(contentOf)),
  ]);
  const overrides = parseOverrides(stored.get(OVERRIDES_KEY) ?? null);
  return contents.map(({ page, exchanges }, index): SeenTab => {
    const inOrder = exchanges.toSorted((one, other) => one.startedAt - other.startedAt);
    const seen = seenAnswers(inOrder);
    return {
      rows: inOrder.map((exchange) => judge(exchange, seen.beside(exchange))),
      context: {
        overrides: overrides.filter((override) => override.tabId === tabIds[index]),
        pageOrigin: page?.origin ?? 'null',
        canAnswerPreflights: canAnswerPreflights(),
        policy: rules,
        // Only DevTools knows what a page has loaded.
        devServer: 'vite',
        stackChoices,
        furtherOrigins: () => [],
      },
    };
  });
}

function contentOf(tabId: number): Promise<TabContent> {
  return firstOf<TabContent>(
    (listener) => subscribeTab(tabId, listener, () => {}),
    ({ isComplete }) => isComplete,
  );
}
