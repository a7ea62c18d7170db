import type { CDPSession, Page } from 'puppeteer-core';
import { type Request, sendAll, sentOf, whetherPassed } from './send-all.ts';
import type { Truth } from './truth.ts';

export interface Truths {
  /** Makes the page send all requests at once. @returns what became of each, in their order */
  run(requests: readonly Request[]): Promise<readonly Truth[]>;
}

/** Listens to the page's Network domain: its `corsErrorStatus` is Chrome's own verdict. */
export async function listenToTruth(page: Page): Promise<Truths> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
  const urls = new Map<string, string>();
  const failures = new Map<string, Pick<Truth, 'corsError' | 'failedParameter' | 'errorText'>>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type, initiator, redirectResponse }) => {
    const preflight = type === 'Preflight' || initiator.type === 'preflight';
    if (!preflight && redirectResponse === undefined && !urls.has(requestId))
      urls.set(requestId, request.url);
  });
  session.on('Network.loadingFailed', ({ requestId, corsErrorStatus, errorText }) => {
    const url = urls.get(requestId);
    if (url === undefined) return;
    const { corsError = null, failedParameter = '' } = corsErrorStatus ?? {};
    failures.set(url, { corsError, failedParameter, errorText });
  });
  return {
    async run(requests) {
      const passed = whetherPassed(requests, await page.evaluate(sendAll, requests.map(sentOf)));
      // The events of the Network domain may come a little after the page's promises settle.
      await waitFor(() => requests.every(({ url }, index) => passed[index] || failures.has(url)));
      const truths = requests.map(({ url }, index): Truth => {
        const failure = failures.get(url) ?? { corsError: null, failedParameter: '', errorText: null };
        return { ok: passed[index] === true, ...failure, refusedStage: null };
      });
      urls.clear();
      failures.clear();
      return truths;
    },
  };
}

async function waitFor(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('The browser did not say what became of all requests.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
