import type { HeaderList } from './header-list.ts';
import type { OutsideCors } from './outside-cors.ts';
import type { Owner } from './owner.ts';

/** A CORS-preflight request and its answer, as the browser showed them. */
export interface Preflight {
  /** The request's headers: Origin, Access-Control-Request-Method and -Headers among them. */
  readonly requestHeaders: HeaderList;
  /** null while there is no answer, or none came. */
  readonly response: Response | null;
  /** The net error the preflight itself ended with, such as `net::ERR_FAILED`, or null. */
  readonly error: string | null;
  /** How long it took, in ms. Left out where that isn't known. */
  readonly duration?: number | undefined;
}

/** Status and header list as the server sent them. */
export interface Response {
  readonly status: number;
  readonly headerList: HeaderList;
  /**
   * What the browser checked instead, where an override has set headers and the browser shows those. Left out elsewhere:
   * most browsers show what the server sent.
   */
  readonly checkedHeaderList?: HeaderList | undefined;
}

/** One URL of a request's URL list: the first, or what a redirect led to. */
export interface Hop {
  /** Without fragment and userinfo. */
  readonly url: string;
  readonly method: string;
  readonly preflight: Preflight | null;
  /** The headers of the request itself; null as long as it was not sent. */
  readonly requestHeaders: HeaderList | null;
  readonly response: Response | null;
}

/** `error` is a net error, such as `net::ERR_CONNECTION_REFUSED`. */
export type Outcome =
  | { readonly type: 'pending' }
  | { readonly type: 'completed' }
  | { readonly type: 'error'; readonly error: string };

/** Where in the page's code a request was made; lines and columns count from 1. */
export interface CodeLocation {
  readonly url: string;
  readonly line: number;
  readonly column: number;
  /** Empty for code outside of functions. */
  readonly functionName: string;
}

/**
 * A load of the same URL in mode `no-cors`, whose answer Chrome kept in its cache and gave to the later request in CORS mode.
 */
export interface EarlierLoad {
  /** DevTools' name for what was loaded. */
  readonly resourceType: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** A cookie that a server was seen to set, without its name and value. */
export interface SetCookie {
  /** Those of `SameSite`, `Secure` and `Partitioned` that it has, separated by semicolons. */
  readonly attributes: string;
  /** The origin of the page that asked. */
  readonly origin: string;
}

/** One request of a page, with its preflights and redirects: all that was observed of it. */
export interface Exchange {
  /** The browser's id for the request; unique within a browser session. */
  readonly id: string;
  readonly owner: Owner;
  /** The request's origin, serialized; `null` when opaque. */
  readonly origin: string;
  /** Chrome's ResourceType. */
  readonly resourceType: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the epoch; null while pending. */
  readonly endedAt: number | null;
  /** Never empty; the last one is the current URL. */
  readonly hops: readonly [Hop, ...Hop[]];
  readonly outcome: Outcome;
  /** An override of this extension was in force for it. */
  readonly overridden: boolean;
  /** The line of code that made it; only DevTools knows. */
  readonly location: CodeLocation | null;
  /** Left out where Chrome asked the server, as far as is known. */
  readonly earlierLoad?: EarlierLoad | undefined;
  /** The cookies that its server was seen to set, if a report tells of them. Left out of what was observed: its headers do. */
  readonly cookiesSet?: readonly SetCookie[] | undefined;
  /** Left out for a request that the CORS protocol is for. */
  readonly outside?: OutsideCors | undefined;
}

/** True if the browser has shown headers of an override's on one of the exchange's answers. */
export function showsOverride({ hops }: Exchange): boolean {
  return hops.some((hop) => answersOf(hop).some(({ checkedHeaderList }) => checkedHeaderList !== undefined));
}

/** The answers that came in a hop: to its preflight, and to its call. */
export function answersOf({ preflight, response }: Hop): readonly Response[] {
  return [preflight?.response ?? null, response].filter((answer) => answer !== null);
}

/** The hop of the request's current URL. */
export function currentHop(exchange: Exchange): Hop {
  return exchange.hops[exchange.hops.length - 1] ?? exchange.hops[0];
}
