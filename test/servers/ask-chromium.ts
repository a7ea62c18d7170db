import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { HeaderList } from '../../src/cors/header-list.ts';
import type { ServerAnswer } from '../../src/stacks/fingerprint.ts';
import { launchBrowser } from '../browser/harness/launch.ts';
import { CleanUp } from '../demo/clean-up.ts';
import type { PageRequest } from './ask.ts';
import { startStaticPage } from './static-page.ts';

/** Asks servers by Chromium, since some answer other clients otherwise. */
export interface ChromiumClient {
  /** Such as `Chromium 156.0.8078.108`. */
  readonly name: string;
  /** Every answer to the preflight and, if Chromium sends it, to the request, in order, as it came over the wire. */
  answersTo(request: ChromiumRequest): Promise<readonly ServerAnswer[]>;
  close(): Promise<void>;
}

/** A page's `origin` has to be one of http on this machine: `localhost` or a name below `.test`. */
interface ChromiumRequest extends PageRequest {
  /** `no-cors` sends the request without a preflight, whatever the server allows. */
  readonly mode: 'cors' | 'no-cors';
}

/** How long an answer's header lines may come after the page has heard of it, in ms. */
const LATE_MS = 500;

export async function startChromiumClient(): Promise<ChromiumClient> {
  const cleanUp = new CleanUp();
  const browser = await launchBrowser();
  const pages = new Map<string, Page>();
  const pageOf = async (origin: string) => {
    const known = pages.get(origin);
    if (known !== undefined) return known;
    const html = '<!doctype html><title>A page</title><link rel="icon" href="data:,">';
    await cleanUp.started(startStaticPage(new Map([['/index.html', html]]), Number(new URL(origin).port)));
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    pages.set(origin, page);
    return page;
  };
  return {
    name: (await browser.version()).replace(/^\w*Chrom\w*\//, 'Chromium '),
    answersTo: async (request) => {
      const page = await pageOf(request.origin);
      const session = await page.createCDPSession();
      try {
        return await answersTo(page, session, request);
      } finally {
        await session.detach();
      }
    },
    close: async () => {
      await browser.close();
      await cleanUp.run();
    },
  };
}

async function answersTo(
  page: Page,
  session: CDPSession,
  { url, method, headers, mode }: ChromiumRequest,
): Promise<readonly ServerAnswer[]> {
  const sent = new Map<string, Pick<ServerAnswer, 'to' | 'method'>>();
  const answers = new Map<string, Pick<ServerAnswer, 'status' | 'headerList'>>();
  session.on('Network.requestWillBeSent', ({ requestId, request, initiator }) => {
    if (sent.has(requestId)) return;
    sent.set(requestId, {
      to: initiator.type === 'preflight' ? 'preflight' : 'request',
      method: request.method,
    });
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode, headersText }) => {
    if (answers.has(requestId)) return;
    if (headersText === undefined) throw new Error('Chromium shows no header lines: this is no HTTP/1.1.');
    answers.set(requestId, { status: statusCode, headerList: headerLines(headersText) });
  });
  await session.send('Network.enable');
  await page.evaluate(
    (asked, init) =>
      fetch(asked, init).then(
        () => undefined,
        () => undefined,
      ),
    url,
    {
      method,
      mode,
      credentials: 'omit' as const,
      headers: Object.fromEntries(mode === 'cors' ? headers : []),
      ...(method === 'GET' ? {} : { body: '{}' }),
    },
  );
  // A request whose preflight is bad is announced, but never sent.
  const deadline = Date.now() + LATE_MS;
  while (answers.size < sent.size && Date.now() < deadline) await wait(20);
  return [...answers].map(([id, answer]) => {
    const request = sent.get(id);
    if (request === undefined) throw new Error(`Chromium answered what it did not send: ${url}`);
    return { to: request.to, url, method: request.method, ...answer };
  });
}

/** @param headersText a status line and header lines, as HTTP/1.1 sends them */
function headerLines(headersText: string): HeaderList {
  return headersText
    .split('\r\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    });
}
