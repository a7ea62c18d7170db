import type { CauseId } from '../../src/causes/cause.ts';

/** In a header's value `{origin}` stands for whoever asks, and `{elsewhere}` for a server of another origin. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

export interface Answer {
  readonly status: number;
  readonly headers: HeaderLines;
  readonly body?: string;
}

/** What a server does with a request. */
export type Manner = Answer | 'hangs up';

/** A call that the page makes. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials?: 'include';
  /** Where it is made, unless the page makes it itself. */
  readonly from?: 'sandboxed frame';
  /** How it is made, unless by `fetch` in CORS mode. */
  readonly by?:
    | 'no-cors'
    | 'image'
    | 'websocket'
    | 'xhr'
    | 'script with integrity'
    | 'frame of an isolated page';
  /** Whether Chrome's cache may answer it. */
  readonly mayBeCached?: true;
  /** How its URL names this machine, unless by `127.0.0.1`. */
  readonly host?: 'localhost';
  /** A response header that the page reads. */
  readonly reads?: string;
}

/** A server of its own, or none at all. */
export type ExhibitServer = { readonly preflight: Manner; readonly response: Manner } | 'not running';

/** One kind of failure: a call, the server that it goes to, and what the panel makes of it. */
export interface Exhibit {
  readonly id: string;
  readonly title: string;
  /** What to look at in the panel, in one line. */
  readonly notice: string;
  readonly call: Call;
  /** What the page calls before that, since it tells more of the server. */
  readonly before?: Call;
  readonly server: ExhibitServer;
  /** All that the page gets to know; by default that it failed, or what it reads. */
  readonly page?: string;
  /** Null where nothing is wrong. */
  readonly cause: CauseId | null;
  /** Words of the panel's headline. */
  readonly headline: readonly string[];
}

/** Exhibits that have something in common. */
export interface Room {
  readonly title: string;
  readonly exhibits: readonly Exhibit[];
}

/** The origins of the exhibits' servers, by the exhibits' ids. */
export type ExhibitOrigins = Readonly<Record<string, string>>;
