import type { FakeContext } from './context.ts';
import type { FakeEvent } from './event.ts';
import { matches } from './match-pattern.ts';

/** What `webRequest` tells of a request; all but URL and request id have a usual value. */
export interface RequestDetails {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
  readonly documentLifecycle?: 'active' | 'prerender' | 'cached';
  readonly initiator?: string;
  readonly type: string;
  readonly timeStamp: number;
  readonly requestHeaders?: readonly chrome.webRequest.HttpHeader[];
  readonly responseHeaders?: readonly chrome.webRequest.HttpHeader[];
  readonly statusCode?: number;
  readonly redirectUrl?: string;
  readonly error?: string;
}

export type RequestEvent =
  | 'onBeforeRequest'
  | 'onBeforeSendHeaders'
  | 'onSendHeaders'
  | 'onHeadersReceived'
  | 'onBeforeRedirect'
  | 'onResponseStarted'
  | 'onCompleted'
  | 'onErrorOccurred';

interface Filter {
  readonly urls: readonly string[];
  readonly types?: readonly string[];
  readonly tabId?: number;
}

type Listener = (details: RequestDetails) => unknown;

export interface FakeRequestEventApi {
  addListener(listener: Listener, filter: Filter, extraInfo?: readonly string[]): void;
  removeListener(listener: Listener): void;
  hasListener(listener: Listener): boolean;
}

/** An event of `webRequest`: who hears it depends on filters, on grants and on what was asked for. */
export class FakeRequestEvent {
  readonly #event: FakeEvent<[RequestDetails]>;
  readonly #isVisible: (details: RequestDetails) => boolean;
  readonly #wrapped = new Map<Listener, Listener>();

  constructor(event: FakeEvent<[RequestDetails]>, isVisible: (details: RequestDetails) => boolean) {
    this.#event = event;
    this.#isVisible = isVisible;
  }

  of(context: FakeContext): FakeRequestEventApi {
    const event = this.#event.of(context);
    const wrappedOf = (listener: Listener) => this.#wrapped.get(listener) ?? listener;
    return {
      addListener: (listener, filter, extraInfo = []) => {
        const wrapped = (details: RequestDetails) =>
          passes(filter, details) ? listener(asAskedFor(details, extraInfo)) : undefined;
        this.#wrapped.set(listener, wrapped);
        event.addListener(wrapped);
      },
      removeListener: (listener) => event.removeListener(wrappedOf(listener)),
      hasListener: (listener) => event.hasListener(wrappedOf(listener)),
    };
  }

  fire(details: RequestDetails): void {
    if (this.#isVisible(details)) this.#event.fire(details);
  }
}

function passes({ urls, types, tabId }: Filter, details: RequestDetails): boolean {
  return (
    urls.some((pattern) => matches(pattern, details.url)) &&
    types?.includes(details.type) !== false &&
    (tabId === undefined || tabId === details.tabId)
  );
}

/** Headers that only `extraHeaders` shows. */
const EXTRA = /^(?:origin|referer|accept-encoding|accept-language|cookie)$/i;

function asAskedFor(details: RequestDetails, extraInfo: readonly string[]): RequestDetails {
  const { requestHeaders, responseHeaders, ...rest } = details;
  const withExtra = extraInfo.includes('extraHeaders');
  return {
    ...rest,
    ...(extraInfo.includes('requestHeaders') &&
      requestHeaders !== undefined && {
        requestHeaders: requestHeaders.filter(({ name }) => withExtra || !EXTRA.test(name)),
      }),
    ...(extraInfo.includes('responseHeaders') && responseHeaders !== undefined && { responseHeaders }),
  };
}
