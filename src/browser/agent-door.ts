import { within } from '../commands/index.ts';
import {
  AGENT_CHANNEL,
  type AgentAnswer,
  type AgentMessage,
  type AgentQuery,
  type AgentReport,
  toAgentReport,
} from '../report/index.ts';
import { browser } from './browser.ts';

/** How long an answer may take, in ms: the page is loaded first. */
const TIMEOUT_MS = 20_000;

/**
 * Gives the worker's global the function `preflightInspector.explain()`. Whoever can call it already drives the browser:
 * web pages and other extensions reach no worker's global. The worker has neither words nor recipes, so a page of the
 * extension answers, in a tab in the background that is closed again.
 * @param isStored resolves once all that was seen is stored: the page reads it there
 */
export function answerAgents(isStored: () => Promise<unknown>): void {
  const explain = async (query: AgentQuery = {}): Promise<AgentReport> => {
    await isStored();
    return toAgentReport(await askPage(query));
  };
  Object.assign(globalThis, { preflightInspector: { explain } });
}

async function askPage(query: AgentQuery): Promise<AgentAnswer> {
  const id = crypto.randomUUID();
  const channel = new BroadcastChannel(AGENT_CHANNEL);
  const answer = new Promise<AgentAnswer>((resolve, reject) => {
    channel.onmessage = ({ data }: MessageEvent<AgentMessage>) => {
      if (data.id !== id) return;
      if (data.type === 'ready') channel.postMessage({ type: 'question', id, query } satisfies AgentMessage);
      else if (data.type === 'answer') resolve(data.answer);
      else if (data.type === 'failed') reject(new Error(data.error));
    };
  });
  const url = browser.runtime.getURL(`src/agent/index.html#${id}`);
  const tab = await browser.tabs.create({ url, active: false });
  try {
    return await within(TIMEOUT_MS, answer);
  } finally {
    channel.close();
    // Somebody may have closed it already.
    if (tab.id !== undefined) await browser.tabs.remove(tab.id).catch(() => {});
  }
}
