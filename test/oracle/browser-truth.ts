import type { CDPSession, Page } from 'puppeteer-core';
import type { OracleCase } from './oracle-case.ts';

/** What the browser itself says of a request. */
export interface Truth {
  readonly ok: boolean;
  /** CDP's `Network.CorsError` and its parameter, or null. */
  readonly corsError: string | null;
  readonly failedParameter: string;
  readonly errorText: string | null;
}

export interface Truths {
  /** Makes the page send all requests at once. @returns what became of each, in their order */
  run(
    requests: readonly { readonly url: string; readonly oracleCase: OracleCase }[],
  ): Promise<readonly Truth[]>;
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
      const sent = requests.map(({ url, oracleCase: { api, method, headers, credentials } }) => {
        return { url, api, method, headers, credentials };
      });
      const passed = await page.evaluate(sendAll, sent);
      const hung = requests.filter((_request, index) => passed[index] === null);
      if (hung.length > 0) throw new Error(`Requests that did not end: ${JSON.stringify(hung)}`);
      // The events of the Network domain may come a little after the page's promises settle.
      await waitFor(() => requests.every(({ url }, index) => passed[index] === true || failures.has(url)));
      const truths = requests.map(({ url }, index): Truth => {
        const failure = failures.get(url) ?? { corsError: null, failedParameter: '', errorText: null };
        return { ok: passed[index] === true, ...failure };
      });
      urls.clear();
      failures.clear();
      return truths;
    },
  };
}

/**
 * Runs in the page; without named functions, since tsx would wrap them in a helper that the page does not have.
 * @returns for each request whether it passed, and null when it did not end at all
 */
export function sendAll(
  requests: {
    url: string;
    api: string;
    method: string;
    headers: Record<string, string>;
    credentials: RequestCredentials;
  }[],
): Promise<(boolean | null)[]> {
  return Promise.all(
    requests.map(({ url, api, method, headers, credentials }) => {
      const settled =
        // Service workers have no XMLHttpRequest.
        api === 'fetch' || typeof XMLHttpRequest === 'undefined'
          ? fetch(url, { method, headers, credentials, cache: 'no-store' }).then(
              (response) => response.text().then(() => true),
              () => false,
            )
          : new Promise<boolean>((resolve) => {
              const xhr = new XMLHttpRequest();
              xhr.open(method, url);
              xhr.withCredentials = credentials === 'include';
              for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
              xhr.onload = () => resolve(true);
              xhr.onerror = () => resolve(false);
              xhr.send();
            });
      return Promise.race([settled, new Promise<null>((resolve) => setTimeout(resolve, 20_000, null))]);
    }),
  );
}

async function waitFor(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('The browser did not say what became of all requests.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
