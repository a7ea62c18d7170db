import { getHeader } from '../cors/index.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/**
 * A script made its call in mode `no-cors`. The server answered, and the script may read nothing of that.
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response-opaque
 */
export interface OpaqueAnswer extends RuleMatch {
  readonly id: 'opaque-answer';
  readonly status: string;
  /** Whether the answer names the page's origin, or any: then the mode alone keeps it from the script. */
  readonly allowsPage: boolean;
}

export function findOpaqueAnswer({ exchange, outside, hop }: OutsideRequest): OpaqueAnswer | null {
  const { response } = hop;
  if (outside.type !== 'no-cors' || exchange.outcome.type !== 'completed' || response === null) return null;
  const allowed = getHeader(response.headerList, ALLOW_ORIGIN);
  const status = String(response.status);
  const lines = ['Sec-Fetch-Mode: no-cors', status];
  return {
    ...outsideMatch(exchange, lines),
    id: 'opaque-answer',
    status,
    allowsPage: allowed === '*' || allowed === exchange.origin,
  };
}
