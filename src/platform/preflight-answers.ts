import type { HeaderList } from '../cors/index.ts';
import type { PausedRequest } from '../override/index.ts';
import { browser } from './browser.ts';

/** The version of the DevTools protocol. */
const PROTOCOL = '1.3';

/** Whether this build may answer preflights: one without the permission has no such API. */
export function canAnswerPreflights(): boolean {
  return browser.debugger !== undefined;
}

/**
 * Answers preflights by the tab's debugger. To be called synchronously when the worker starts.
 * @param answerTo what a request is answered with; null leaves it to the server
 */
export function onPausedRequest(answerTo: (request: PausedRequest) => Promise<HeaderList | null>): void {
  browser.debugger?.onEvent.addListener(({ tabId }, method, params) => {
    if (tabId === undefined || method !== 'Fetch.requestPaused') return;
    const { requestId, request } = params as unknown as FetchRequestPaused;
    const headerList = Object.entries(request.headers);
    waiting++;
    void answerTo({ tabId, url: request.url, method: request.method, headerList })
      .catch(() => null)
      .then((answer) =>
        answer === null
          ? send(tabId, 'Fetch.continueRequest', { requestId })
          : send(tabId, 'Fetch.fulfillRequest', {
              requestId,
              responseCode: 204,
              responseHeaders: answer.map(([name, value]) => ({ name, value })),
            }),
      )
      // The request is gone already: aborted, or its tab was closed.
      .catch(() => {})
      .finally(() => waiting--);
  });
}

/** @see https://chromedevtools.github.io/devtools-protocol/tot/Fetch/#event-requestPaused */
interface FetchRequestPaused {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
  };
}

/** Hears when the user pressed Cancel in the bar that Chrome shows. */
export function onDebuggerCanceled(listener: (tabId: number) => void): void {
  browser.debugger?.onDetach.addListener(({ tabId }, reason) => {
    if (tabId === undefined) return;
    watched.delete(tabId);
    if (reason === 'canceled_by_user') listener(tabId);
  });
}

/** The tabs whose requests are paused, and to which targets, as far as this worker did it. */
const watched = new Map<number, string>();
/** How many paused requests this worker has yet to answer. */
let waiting = 0;
/** Whether what an earlier worker left attached was looked for. */
let cleanedUp = false;

/**
 * How long after its start a worker releases what an earlier one has left paused, in ms. Only then: what has woken it may
 * be a paused request that it is about to answer.
 */
const RELEASE_AFTER = 1_000;

/**
 * Makes the debugger be attached to just these tabs, and pause requests to just these targets.
 * @param targets serialized origins by tab
 * @throws when the browser, or a policy of it, doesn't allow that
 */
export async function setPreflightAnswers(targets: ReadonlyMap<number, readonly string[]>): Promise<void> {
  if (!canAnswerPreflights()) return;
  for (const tabId of await attachedTabs()) {
    if (targets.has(tabId)) continue;
    watched.delete(tabId);
    await browser.debugger.detach({ tabId }).catch(() => {});
  }
  for (const [tabId, origins] of targets) {
    const wanted = [...origins].sort().join(' ');
    const present = watched.get(tabId);
    if (present === wanted) continue;
    const pause = () =>
      send(tabId, 'Fetch.enable', {
        patterns: origins.map((origin) => ({ urlPattern: `${origin}/*`, requestStage: 'Request' })),
      });
    const attached = await pause().then(
      () => true,
      () => false,
    );
    if (!attached) {
      await browser.debugger.attach({ tabId }, PROTOCOL);
      await pause();
    } else if (present === undefined) {
      releaseSoon(tabId, wanted, pause);
    }
    watched.set(tabId, wanted);
  }
}

/** A worker that was stopped may have left a request paused: switching `Fetch` off and on again lets that go on. */
function releaseSoon(tabId: number, wanted: string, pause: () => Promise<void>): void {
  setTimeout(() => {
    if (watched.get(tabId) !== wanted) return;
    if (waiting > 0) {
      releaseSoon(tabId, wanted, pause);
      return;
    }
    // Without waiting in between: hardly a preflight can slip through.
    Promise.all([send(tabId, 'Fetch.disable'), pause()]).catch(() => watched.delete(tabId));
  }, RELEASE_AFTER);
}

/** The tabs that this extension's debugger may be attached to. */
async function attachedTabs(): Promise<readonly number[]> {
  if (cleanedUp) return [...watched.keys()];
  cleanedUp = true;
  const targets = await browser.debugger.getTargets();
  const attached = targets.flatMap((target) =>
    target.attached && target.tabId !== undefined ? target.tabId : [],
  );
  return [...new Set([...watched.keys(), ...attached])];
}

async function send(tabId: number, method: string, params: Record<string, unknown> = {}): Promise<void> {
  await browser.debugger.sendCommand({ tabId }, method, params);
}
