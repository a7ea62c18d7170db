import type { Exchange, Hop, OutsideCors } from '../cors/index.ts';
import { currentHop } from '../cors/index.ts';
import type { RuleMatch } from './rule-match.ts';

/** The input of the rules for requests that CORS decides nothing about. */
export interface OutsideRequest {
  readonly exchange: Exchange;
  readonly outside: OutsideCors;
  /** Its last hop. */
  readonly hop: Hop;
}

/** Returns what the rules read of a request; null if the CORS protocol is for it. */
export function outsideRequest(exchange: Exchange): OutsideRequest | null {
  const { outside } = exchange;
  return outside === undefined ? null : { exchange, outside, hop: currentHop(exchange) };
}

/** Returns a match of the request's last hop, with the lines that prove it. Its failure is of no check. */
export function outsideMatch({ hops, outcome }: Exchange, evidence: readonly string[]): RuleMatch {
  const error = outcome.type === 'error' ? outcome.error : '';
  const failure = { stage: 'network', error, parameter: null, when: 'always', hop: hops.length - 1 } as const;
  return { failure, responder: null, evidence };
}
