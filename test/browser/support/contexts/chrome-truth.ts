import { type CDPSession, CDPSessionEvent, type Page, type Target } from 'puppeteer-core';

/** What Chrome says became of one request. */
export interface Truth {
  /** CDP's `Network.CorsError` and its parameter; null where it was not CORS. */
  readonly corsError: string | null;
  readonly parameter: string | null;
  /** The net error; null where the request ended well. */
  readonly netError: string | null;
}

/** Chrome's own verdicts by the URL that was asked for first, each as often as it was given. */
export interface Truths {
  of(url: string): readonly Truth[];
  /** Hears a target that belongs to no page: a service worker, a shared worker. */
  hear(target: Target): Promise<void>;
}

const FINE: Truth = { corsError: null, parameter: null, netError: null };

/**
 * Listens to the Network domain of the page, and of each frame and dedicated worker that it starts from now on: those
 * wait until they are heard.
 */
export async function listenTo(page: Page): Promise<Truths> {
  const truths = new Map<string, readonly Truth[]>();
  const end = (url: string, truth: Truth) => truths.set(url, [...(truths.get(url) ?? []), truth]);
  await listen(await page.createCDPSession(), end);
  return {
    of: (url) => truths.get(url) ?? [],
    hear: async (target) => listen(await target.createCDPSession(), end),
  };
}

async function listen(session: CDPSession, end: (url: string, truth: Truth) => void): Promise<void> {
  const urls = new Map<string, string>();
  const endOf = (requestId: string, truth: Truth) => {
    const url = urls.get(requestId);
    if (url !== undefined) end(url, truth);
    urls.delete(requestId);
  };
  session.on('Network.requestWillBeSent', ({ requestId, request, initiator }) => {
    if (initiator.type !== 'preflight' && !urls.has(requestId)) urls.set(requestId, request.url);
  });
  session.on('Network.loadingFinished', ({ requestId }) => endOf(requestId, FINE));
  session.on('Network.loadingFailed', ({ requestId, corsErrorStatus, errorText }) => {
    const { corsError = null, failedParameter = '' } = corsErrorStatus ?? {};
    endOf(requestId, { corsError, parameter: failedParameter || null, netError: errorText });
  });
  session.on(CDPSessionEvent.SessionAttached, (child) => {
    listen(child, end).catch((error: unknown) => console.error('A frame or worker was not heard.', error));
  });
  await session.send('Network.enable');
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    // Held back like this a service worker is not installed.
    filter: [{ type: 'service_worker', exclude: true }, {}],
  });
  await session.send('Runtime.runIfWaitingForDebugger');
}
