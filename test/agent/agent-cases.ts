import type { ExplainedExchange, ReportV2 } from '../../src/report/report-v2.ts';
import { BUILT_EXTENSION } from '../browser/harness/launch.ts';
import type { CleanUp } from '../demo/clean-up.ts';
import { startGalleryPage } from '../demo/demo-page.ts';
import { startExhibitServers } from '../demo/exhibit-servers.ts';
import { EXHIBITS } from '../demo/gallery.ts';
import type { Files } from '../servers/static-page.ts';
import { startChromeDevtoolsMcp } from './chrome-devtools-mcp.ts';
import type { McpClient } from './mcp-client.ts';

/** The calls of the gallery that agents are measured by, by the exhibits' ids. */
export const AGENT_CASES = ['headers', 'login', 'error-page', 'no-cors'] as const;
export type AgentCase = (typeof AGENT_CASES)[number];

/** The token that the page sends with one of the calls. */
export const SECRET = 'not-a-secret';

/** What an agent gets to read of one call. */
export interface CaseTexts {
  readonly id: AgentCase;
  /** All that Chrome DevTools for agents has of it: console, issues, and every request to the server. */
  readonly alone: string;
  readonly ours: ExplainedExchange;
}

export interface AgentRun {
  readonly cases: readonly CaseTexts[];
  /** `preflightInspector.explain()`, as the tool printed it, and its Markdown. */
  readonly json: string;
  readonly markdown: string;
  /** The open pages before and after that. */
  readonly pages: readonly [before: string, after: string];
  /** For what else a test asks. */
  readonly explain: (query: string) => Promise<ReportV2>;
}

/** Has Chrome DevTools for agents install the extension, open the gallery, make the calls, and read both accounts of them. */
export async function runAgentCases(files: Files, cleanUp: CleanUp): Promise<AgentRun> {
  const { origins } = await cleanUp.started(startExhibitServers());
  const { origin } = await cleanUp.started(startGalleryPage(files, origins));
  const mcp = await cleanUp.started(startChromeDevtoolsMcp());
  await mcp.call('install_extension', { path: BUILT_EXTENSION });
  // The browser knows what the worker listens to once that has run.
  await until(async () => (await mcp.call('list_pages')).includes('service-worker-loader.js'));
  const { host } = new URL(origin);
  await mcp.call('new_page', { url: `${origin}/` });
  const pageId = await pageShowing(mcp, host);
  for (const id of AGENT_CASES) await makeCall(mcp, pageId, id);
  const before = await mcp.call('list_pages');
  const serviceWorkerId = /\bsw-\d+\b/.exec(before)?.[0];
  if (serviceWorkerId === undefined) throw new Error(`There is no service worker: ${before}`);
  const evaluate = async (code: string): Promise<string> =>
    resultIn(await mcp.call('evaluate_script', { serviceWorkerId, function: `async () => ${code}` }));
  const json = await evaluate('await preflightInspector.explain()');
  const markdown: string = JSON.parse(await evaluate('(await preflightInspector.explain()).markdown()'));
  const { exchanges }: ReportV2 = JSON.parse(json);
  const after = await mcp.call('list_pages');
  const cases: CaseTexts[] = [];
  for (const id of AGENT_CASES) {
    const server = origins[id] ?? '';
    const ours = exchanges.find(({ url }) => url.startsWith(server));
    if (ours === undefined) throw new Error(`Nothing is said of the call ${id}: ${json}`);
    cases.push({ id, alone: await saidAlone(mcp, pageId, server), ours });
  }
  return {
    cases,
    json,
    markdown,
    pages: [before, after],
    explain: async (query) => JSON.parse(await evaluate(`await preflightInspector.explain(${query})`)),
  };
}

async function pageShowing(mcp: McpClient, host: string): Promise<number> {
  const pages = await mcp.call('list_pages');
  const line = pages.split('\n').find((one) => one.includes(host)) ?? '';
  return Number.parseInt(line, 10);
}

/** Presses a button of the gallery, and waits until its call has failed. */
async function makeCall(mcp: McpClient, pageId: number, id: AgentCase): Promise<void> {
  const title = EXHIBITS.find((one) => one.id === id)?.title ?? '';
  const press = `async () => {
    const card = document.getElementById(${JSON.stringify(id)});
    card.querySelector('button').click();
    for (;;) {
      const state = card.querySelector('output').dataset.state;
      if (state !== undefined) return state;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }`;
  const state = resultIn(await mcp.call('evaluate_script', { pageId, function: press }));
  if (state !== '"failed"') throw new Error(`The call of ${title} should fail: ${state}`);
}

/** The JSON between the fences of what the tool prints. */
function resultIn(text: string): string {
  const found = /```json\n([\s\S]*?)\n```/.exec(text)?.[1];
  if (found === undefined) throw new Error(`The script returned nothing: ${text}`);
  return found;
}

/** All that the tools for console and network have of the calls to a server. */
async function saidAlone(mcp: McpClient, pageId: number, server: string): Promise<string> {
  const texts: string[] = [];
  const messages = await mcp.call('list_console_messages', { pageId });
  for (const [, msgid] of messages.matchAll(/^msgid=(\d+)/gm)) {
    const message = await mcp.call('get_console_message', { pageId, msgid: Number(msgid) });
    if (message.includes(server)) texts.push(message);
  }
  const requests = await mcp.call('list_network_requests', { pageId });
  for (const line of requests.split('\n').filter((one) => one.includes(server))) {
    const reqid = Number(/reqid=(\d+)/.exec(line)?.[1]);
    texts.push(line, await mcp.call('get_network_request', { pageId, reqid }));
  }
  return texts.join('\n');
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('The extension’s worker did not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
