import type { Page } from 'puppeteer-core';

/** A call that a page makes with `fetch`. */
export interface Call {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials?: RequestCredentials;
}

/** What Chrome itself says of a call. */
export interface Verdict {
  /** Whether the page could read the answer to its end. */
  readonly passed: boolean;
  /** CDP's `Network.CorsError` and its parameter, or null. */
  readonly corsError: string | null;
  readonly parameter: string | null;
  /** The net error, or null. */
  readonly netError: string | null;
}

type Ended = Omit<Verdict, 'passed'>;

const FINE: Ended = { corsError: null, parameter: null, netError: null };

/** Makes the page do all calls at once, each to a URL of its own. @returns Chrome's verdicts, in the same order */
export async function verdictsOn(page: Page, calls: readonly Call[]): Promise<readonly Verdict[]> {
  const session = await page.createCDPSession();
  const urls = new Map<string, string>();
  const ends = new Map<string, Ended>();
  let onEnd = () => {};
  const end = (requestId: string, ended: Ended) => {
    const url = urls.get(requestId);
    if (url === undefined) return;
    ends.set(url, ended);
    onEnd();
  };
  session.on('Network.requestWillBeSent', ({ requestId, request, type, initiator }) => {
    const isPreflight = type === 'Preflight' || initiator.type === 'preflight';
    if (!isPreflight && !urls.has(requestId)) urls.set(requestId, request.url);
  });
  session.on('Network.loadingFinished', ({ requestId }) => end(requestId, FINE));
  session.on('Network.loadingFailed', ({ requestId, corsErrorStatus, errorText }) => {
    const { corsError = null, failedParameter = null } = corsErrorStatus ?? {};
    end(requestId, { corsError, parameter: failedParameter, netError: errorText });
  });
  await session.send('Network.enable');
  const passed = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(({ url, ...init }) =>
          fetch(url, { ...init, cache: 'no-store' })
            .then((response) => response.text())
            .then(
              () => true,
              () => false,
            ),
        ),
      ),
    calls,
  );
  await new Promise<void>((resolve) => {
    onEnd = () => {
      if (calls.every(({ url }) => ends.has(url))) resolve();
    };
    onEnd();
  });
  await session.detach();
  return calls.map(({ url }, index) => ({ passed: passed[index] === true, ...(ends.get(url) ?? FINE) }));
}
