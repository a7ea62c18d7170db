import type { ReportV2 } from './report-v2.ts';

/** What a coding agent asks about. Without a tab: every open one. */
export interface AgentQuery {
  readonly tabId?: number;
  /** Part of a URL that was called. */
  readonly url?: string;
}

/** What it is told. */
export interface AgentAnswer {
  /** One entry for each cause at each server; `repeats` counts the requests that it leaves out. */
  readonly report: ReportV2;
  /** The same as a task, in Markdown. */
  readonly markdown: string;
}

/** The report as it is handed to the agent. As JSON it is the report alone. */
export type AgentReport = ReportV2 & { readonly markdown: () => string };

export function toAgentReport({ report, markdown }: AgentAnswer): AgentReport {
  const method = { markdown: () => markdown };
  return Object.defineProperty({ ...report, ...method }, 'markdown', { enumerable: false });
}

/** The channel between the worker and the page that answers; only the extension's own pages and its worker hear it. */
export const AGENT_CHANNEL = 'agent';

/** What goes over the channel. `id` names one question. */
export type AgentMessage =
  | { readonly type: 'ready'; readonly id: string }
  | { readonly type: 'question'; readonly id: string; readonly query: AgentQuery }
  | { readonly type: 'answer'; readonly id: string; readonly answer: AgentAnswer }
  | { readonly type: 'failed'; readonly id: string; readonly error: string };
