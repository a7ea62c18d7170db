/** What the browser itself says of a request. */
export interface Truth {
  readonly ok: boolean;
  /** The browser's name of the error that it stopped at, and its parameter. Null where it names none. */
  readonly corsError: string | null;
  /** Empty where there is none. */
  readonly failedParameter: string;
  /** What else the browser says of a request that failed. */
  readonly errorText: string | null;
  /** The answer that it refused, where the name doesn't tell and something else does. */
  readonly refusedStage: 'preflight' | 'response' | null;
}
