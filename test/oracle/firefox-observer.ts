import type { HeaderList } from '../../src/cors/header-list.ts';

/** What Firefox's own code tells: observers of its HTTP channels, and its console. */
export type FirefoxEvent = ChannelEvent | LoggedEvent;

export interface ChannelEvent {
  /** `stopped` comes once in the browser's process, and once more when the page's has ended the request. */
  readonly type: 'opened' | 'answered' | 'stopped';
  readonly url: string;
  readonly method: string;
  readonly isPreflight: boolean;
  readonly requestHeaders: HeaderList;
  /** As the server sent them. Empty before the answer. */
  readonly responseHeaders: HeaderList;
  /** 0 before the answer. */
  readonly status: number;
  /** Firefox's name of what the channel ended with, such as `NS_ERROR_DOM_BAD_URI`; null where all is well. */
  readonly error: string | null;
  /** `nsILoadInfo.requestBlockingReason`; 0 for none. */
  readonly blockingReason: number;
}

export interface LoggedEvent {
  readonly type: 'logged';
  readonly category: string;
  readonly message: string;
  readonly isWarning: boolean;
}

/** Runs in Firefox itself. From now on it keeps all that happens to URLs which have `/case/` in them. */
export async function observe(): Promise<null> {
  const events: FirefoxEvent[] = [];
  const headersOf = (visit: (visitor: HeaderVisitor) => void) => {
    const list: [string, string][] = [];
    visit({ visitHeader: (name, value) => list.push([name, value]) });
    return list;
  };
  const types = {
    'http-on-modify-request': 'opened',
    'http-on-examine-response': 'answered',
    'http-on-stop-request': 'stopped',
  } as const;
  for (const [topic, type] of Object.entries(types)) {
    const observer = {
      observe(subject: Queryable) {
        const channel = subject.QueryInterface<HttpChannel>(Ci.nsIHttpChannel);
        const { spec: url } = channel.URI;
        if (!url.includes('/case/')) return;
        const isAnswered = type === 'answered';
        events.push({
          type,
          url,
          method: channel.requestMethod,
          isPreflight: channel.loadInfo.isPreflight,
          requestHeaders: headersOf((visitor) => channel.visitRequestHeaders(visitor)),
          responseHeaders: isAnswered
            ? headersOf((visitor) => channel.visitOriginalResponseHeaders(visitor))
            : [],
          status: isAnswered ? channel.responseStatus : 0,
          error: channel.status === 0 ? null : ChromeUtils.getXPCOMErrorName(channel.status),
          blockingReason: channel.loadInfo.requestBlockingReason,
        });
      },
    };
    Services.obs.addObserver(observer, topic);
  }
  Services.console.registerListener({
    observe(message: Queryable) {
      // Other messages have no category; of those that have one, most are no concern of CORS.
      if (!(message instanceof Ci.nsIScriptError)) return;
      const { category, errorMessage, flags } = message.QueryInterface<ScriptError>(Ci.nsIScriptError);
      if (!category.startsWith('CORS') || !errorMessage.includes('/case/')) return;
      events.push({ type: 'logged', category, message: errorMessage, isWarning: (flags & 1) === 1 });
    },
  });
  window.oracleEvents = events;
  return null;
}

/** Runs in Firefox itself. @returns what has happened since the last time */
export async function takeEvents(): Promise<readonly FirefoxEvent[]> {
  return window.oracleEvents.splice(0);
}

// What is used of Firefox's own interfaces: https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsIHttpChannel.idl
declare const Services: {
  readonly obs: { addObserver(observer: { observe(subject: Queryable): void }, topic: string): void };
  readonly console: { registerListener(listener: { observe(message: Queryable): void }): void };
};
declare const Ci: {
  readonly nsIHttpChannel: InterfaceId;
  readonly nsIScriptError: InterfaceId;
};
declare const ChromeUtils: { getXPCOMErrorName(status: number): string };
declare const window: { oracleEvents: FirefoxEvent[] };

type InterfaceId = new () => object;
interface Queryable {
  QueryInterface<Interface>(id: InterfaceId): Interface;
}
interface HeaderVisitor {
  visitHeader(name: string, value: string): void;
}
interface HttpChannel {
  readonly URI: { readonly spec: string };
  readonly requestMethod: string;
  readonly responseStatus: number;
  readonly status: number;
  readonly loadInfo: { readonly isPreflight: boolean; readonly requestBlockingReason: number };
  visitRequestHeaders(visitor: HeaderVisitor): void;
  visitOriginalResponseHeaders(visitor: HeaderVisitor): void;
}
interface ScriptError {
  readonly category: string;
  readonly errorMessage: string;
  readonly flags: number;
}
