import { currentHop } from '../cors/index.ts';
import { byCause, type JudgedExchange, resultOf, type SameCause } from '../explain/index.ts';
import {
  type AgentAnswer,
  agentPromptOfMany,
  type ExplainedCause,
  type Say,
  toReportV2,
  variantOf,
} from '../report/index.ts';
import { sentence } from '../texts/index.ts';
import { explainRows, type SeenTab } from './seen-tab.ts';

/** What the answer is for and in which words. */
export interface AnswerOptions {
  /** Part of a called URL; null for all that went wrong. */
  readonly url: string | null;
  readonly userAgent: string;
  /** Speaks English. */
  readonly say: Say;
}

/**
 * Explains what was seen in tabs to a coding agent: each cause at each server once, by its latest request. Without a
 * URL, calls that wait or passed by themselves are left out.
 */
export function answerTo(tabs: readonly SeenTab[], { url, userAgent, say }: AnswerOptions): AgentAnswer {
  const known = new Set<string>();
  const causes: ExplainedCause[] = [];
  const others: ExplainedCause[] = [];
  for (const tab of tabs) {
    // Those of a service worker are in each tab of its origin.
    const rows = tab.rows.filter(({ exchange }) => !known.has(exchange.id));
    for (const { exchange } of rows) known.add(exchange.id);
    const wanted = rows.filter((row) => (url === null ? isProblem(row) : isCallTo(row, url)));
    causes.push(...explainLatest(tab, byCause(wanted), userAgent));
    others.push(...explainLatest(tab, equalCalls(wanted.filter(({ cause }) => cause === null)), userAgent));
  }
  const all = [...causes, ...others].map(({ explained, exchanges }) => ({
    ...explained,
    repeats: exchanges.length - 1,
  }));
  return {
    report: toReportV2(userAgent, all, say),
    markdown: causes.length === 0 ? `${say(sentence('agentNothing'))}\n` : agentPromptOfMany(causes, say),
  };
}

function isProblem(row: JudgedExchange): boolean {
  switch (resultOf(row)) {
    case 'blocked':
    case 'failed':
    case 'overridden':
    case 'not-cors':
      return true;
    case 'pending':
    case 'passed':
      return false;
  }
}

function isCallTo({ exchange }: JudgedExchange, url: string): boolean {
  return exchange.hops.some((hop) => hop.url.includes(url));
}

/** Calls with the same result, method and URL, whatever the query. */
function equalCalls(rows: readonly JudgedExchange[]): readonly SameCause[] {
  const groups = new Map<string, [JudgedExchange, ...JudgedExchange[]]>();
  for (const row of rows) {
    const { url, method } = currentHop(row.exchange);
    const key = `${resultOf(row)} ${method} ${url.split('?', 1)[0]} ${row.exchange.origin}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function explainLatest(
  tab: SeenTab,
  groups: readonly SameCause[],
  userAgent: string,
): readonly ExplainedCause[] {
  const latest = groups.map((rows) => rows[rows.length - 1] ?? rows[0]);
  return explainRows(tab, latest).map((explanation, index) => ({
    explained: { explanation, variant: variantOf(explanation, '', userAgent) },
    exchanges: (groups[index] ?? []).map(({ exchange }) => exchange),
  }));
}
