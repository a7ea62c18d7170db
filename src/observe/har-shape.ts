import type { Protocol } from 'devtools-protocol';
import type { Entry, Initiator } from 'har-format';

/**
 * The fields that are read of a HAR entry as DevTools gives it. DevTools adds fields whose names begin with `_`; the
 * published types lack some of them.
 * @see http://www.softwareishard.com/blog/har-12-spec
 * @see https://source.chromium.org/chromium/chromium/src/+/main:third_party/devtools-frontend/src/front_end/models/har/Log.ts
 */
export interface HarEntry extends Pick<Entry, 'startedDateTime' | 'time' | 'pageref'> {
  readonly _resourceType?: string | null | undefined;
  readonly request: Pick<Entry['request'], 'method' | 'url' | 'headers'>;
  readonly response: HarResponse;
  readonly _initiator?: HarInitiator | string | null | undefined;
  readonly _webSocketMessages?: readonly WebSocketMessage[] | null | undefined;
}

export interface HarResponse extends Pick<Entry['response'], 'status' | 'headers' | 'redirectURL'> {
  /** Empty where Chrome itself blocked the request. */
  readonly _error?: string | null;
  readonly _fetchedViaServiceWorker?: boolean | undefined;
  readonly _serviceWorkerResponseSource?: string | undefined;
  readonly content?: Pick<Entry['response']['content'], 'size'> | undefined;
}

interface WebSocketMessage {
  /** `send`, `receive` or `error`. */
  readonly type: string;
  readonly data: string;
}

interface HarInitiator extends Partial<Initiator> {
  readonly stack?: Protocol.Runtime.StackTrace;
}
