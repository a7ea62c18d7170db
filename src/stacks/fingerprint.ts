import type { HeaderList } from '../cors/index.ts';

/** An answer as the browser shows it to extensions: bodies and reason phrases are not seen. */
export interface ServerAnswer {
  readonly to: 'preflight' | 'request';
  /** The URL of the request. */
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly headerList: HeaderList;
}

/** What an answer tells of the stack's CORS: it isn't set up, or it is set up and refused the call. */
export type CorsSetup = 'not-configured' | 'refused';

/** A mark by which a stack is recognised. Every field has to match. */
export interface Fingerprint {
  /** `sure`: no other stack sends such an answer. */
  readonly certainty: 'sure' | 'likely';
  /** Absent if the answer doesn't tell. */
  readonly cors?: CorsSetup;
  /** The releases that send such an answer, if it tells, such as `v0.5.5–v0.5.11`. */
  readonly releases?: string;
  /** True if the stack itself made the answer, and nothing behind it did. Absent if that isn't known. */
  readonly own?: true;
  /** Absent: any answer. */
  readonly to?: ServerAnswer['to'];
  readonly status?: readonly number[];
  /** The pattern of the request's URL: a platform's own host, or a path that only this stack has. */
  readonly url?: RegExp;
  /** By header name, case-insensitively: the pattern of one of its values, or false if the header must be missing. */
  readonly headers: Readonly<Record<string, RegExp | false>>;
  /** Header names that have exactly this spelling. */
  readonly spelled?: readonly string[];
  /**
   * The lengths, in bytes, of the body that the stack sends for this request. `Content-Length` has to be one of them.
   */
  readonly contentLength?: (answer: ServerAnswer) => number | readonly number[];
}
