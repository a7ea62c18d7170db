import type { Page } from 'puppeteer-core';
import type { ClientVersion } from '../../demo/demo-api.ts';
import { type Ollama, startOllama } from '../../servers/ollama.ts';
import { startStaticPage } from '../../servers/static-page.ts';
import type { Inspected } from '../harness/inspected.ts';
import type { Stage } from '../harness/stage.ts';

/** The demo page and the server that it calls. */
export interface MainJob {
  readonly ollama: Ollama;
  readonly pageOrigin: string;
  readonly page: Page;
}

/** The same with DevTools open on our panel. */
export interface WatchedMainJob extends MainJob, Inspected {}

export async function startMainJob(chromium: Stage): Promise<MainJob> {
  const { url, ...servers } = await startServers(chromium);
  return { ...servers, page: await chromium.openPage(url) };
}

export async function startWatchedMainJob(chromium: Stage): Promise<WatchedMainJob> {
  const { url, ...servers } = await startServers(chromium);
  return { ...servers, ...(await chromium.openInspected(url)) };
}

async function startServers(chromium: Stage) {
  const ollama = await chromium.started(startOllama());
  const { origin } = await chromium.started(startStaticPage(await chromium.demoPage()));
  return { ollama, pageOrigin: origin, url: `${origin}/?api=${encodeURIComponent(ollama.origin)}` };
}

/** What became of a call. */
export interface CallEnd {
  /** Null when the client threw. */
  readonly answer: string | null;
}

/** One call with the real client, without retries. */
export function ask(page: Page, version: ClientVersion): Promise<CallEnd> {
  return page.evaluate(
    (wanted) =>
      window.demo.ask(wanted, 0).then(
        (answer) => ({ answer }),
        () => ({ answer: null }),
      ),
    version,
  );
}

/** The methods of what the server received so far, in order. */
export function receivedMethods({ requests }: Ollama): readonly string[] {
  return requests.map(({ method }) => method);
}
