import type { CauseId } from '../../../../src/causes/cause.ts';

/** What a server does with a request to `/answer/<id>`. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server does with a WebSocket's handshake. */
export type Handshake =
  /** Answers with this status. */
  | number
  /** Takes it, and closes at once. */
  | 'closes'
  /** Takes it, and hangs up at once. */
  | 'hangs up'
  /** Takes it, says something and closes. */
  | 'speaks'
  /** Nothing listens. */
  | 'is not there';

/** One page, and the one request that it makes. */
export interface OutsideCase {
  readonly id: string;
  /** The page's own headers. */
  readonly page: Readonly<Record<string, string>>;
  /** Where the request goes: to another host of this machine, to a host with a name, or to the page's own. */
  readonly to: 'other' | 'named' | 'own';
  /** JavaScript; `url` is what to ask for. It ends when the request is over, and returns the response's type, if it's told. */
  readonly script: string;
  readonly answer: Answered | Handshake;
  /** JavaScript of the page's service worker; null where it has none. */
  readonly worker: string | null;
  /** What the panel's row says; null where there is to be none. */
  readonly cause: CauseId | null;
}
