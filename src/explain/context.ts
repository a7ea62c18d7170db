import type { Exchange, SetCookie } from '../cors/index.ts';
import type { DevServer } from '../dev-servers/index.ts';
import type { Override, Policy } from '../override/index.ts';
import type { AskedFor } from '../stacks/index.ts';
import type { StackChoice } from './stack-choice.ts';

/** What an explanation depends on beside the exchange: other observations, and the reader's choices. */
export interface ExplanationContext {
  /** The other exchanges of the same tab, of all its pages. */
  readonly others: readonly Exchange[];
  /** The cookies that the server was seen to set, in the same tab. */
  readonly cookiesSet: readonly SetCookie[];
  /** What the page's calls ask of the same server, this exchange's own requests included. */
  readonly askedFor: AskedFor;
  /** The overrides of the tab, ended ones too. */
  readonly overrides: readonly Override[];
  /** The serialized origin of the page that the tab shows; `null` where it isn't known. */
  readonly pageOrigin: string;
  /** Whether this build can answer preflights. */
  readonly canAnswerPreflights: boolean;
  /** What the organisation that manages the browser allows. */
  readonly policy: Policy;
  /** The dev server that serves the page. */
  readonly devServer: DevServer;
  /** The stack that the user named for the server; null if none. */
  readonly stackChoice: StackChoice | null;
  /** Serialized origins that the server is to allow beside the page's. */
  readonly furtherOrigins: readonly string[];
}
