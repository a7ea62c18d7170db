import type { HeaderList } from '../cors/index.ts';

/** An answer as the browser shows it to extensions: bodies and reason phrases are not seen. */
export interface ServerAnswer {
  readonly to: 'preflight' | 'request';
  /** The URL that was asked. */
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly headerList: HeaderList;
}

/** What an answer tells of CORS in the stack: it isn't set up at all; or it is, and this is how it refuses. */
export type CorsSetup = 'not-configured' | 'refused';

/** The mark of a stack: all that is named here has to be so. */
export interface Fingerprint {
  /** `sure`: no other stack answers so. */
  readonly certainty: 'sure' | 'likely';
  /** Absent where the answer doesn't tell. */
  readonly cors?: CorsSetup;
  /** The releases that answer so, where the answer tells; such as `v0.5.5–v0.5.11`. */
  readonly releases?: string;
  /** True where the stack made the answer by itself, and nothing behind it did; absent where that isn't known. */
  readonly own?: true;
  /** Absent: any answer. */
  readonly to?: ServerAnswer['to'];
  readonly status?: readonly number[];
  /** What the URL that was asked begins with or holds: a platform's own host, or a path that only this stack has. */
  readonly url?: RegExp;
  /** By name in any case: the pattern of one of its values, or false where there must be none. */
  readonly headers: Readonly<Record<string, RegExp | false>>;
  /** Header names that occur in just this spelling. */
  readonly spelled?: readonly string[];
  /** The length, in bytes, of the body with which the stack answers this request; `Content-Length` has to be it, or one of them. */
  readonly contentLength?: (answer: ServerAnswer) => number | readonly number[];
}
