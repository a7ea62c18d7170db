import type { Exchange } from '../../cors/index.ts';
import type { Sentence } from '../../texts/index.ts';
import type { AllowedOrigin } from './allowed-origin.ts';

/** What the checks look at: an exchange that passed, and what its server allows. */
interface PassedExchange {
  readonly exchange: Exchange;
  /** The server's host and port. */
  readonly host: string;
  /** The origins that the server allowed by name in this exchange. */
  readonly own: readonly AllowedOrigin[];
  /** The same of all exchanges with this server. */
  readonly all: readonly AllowedOrigin[];
}

/** A check for one danger. */
export interface WarningCheck {
  readonly id: string;
  /** Returns the observation, its risk, and what to do. Null if there is no such danger. */
  readonly find: (passed: PassedExchange) => Sentence | null;
}
