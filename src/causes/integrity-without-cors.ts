import { getHeader } from '../cors/index.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/**
 * An element has the attribute `integrity` and no `crossorigin`, and what it loads is of another origin: Chrome can't check
 * the answer, and doesn't use it.
 * @see https://w3c.github.io/webappsec-subresource-integrity/#cross-origin-data-leakage
 */
export interface IntegrityWithoutCors extends RuleMatch {
  readonly id: 'integrity-without-cors';
  /** The answer's Access-Control-Allow-Origin, where it allows the page; else null. */
  readonly allowed: string | null;
}

export function findIntegrityWithoutCors({
  exchange,
  outside,
  hop,
}: OutsideRequest): IntegrityWithoutCors | null {
  if (outside.type !== 'integrity') return null;
  const value = getHeader(hop.response?.headerList ?? [], ALLOW_ORIGIN);
  const allowed = value === '*' || value === exchange.origin ? value : null;
  const lines = allowed === null ? [] : [`${ALLOW_ORIGIN}: ${allowed}`];
  return { ...outsideMatch(exchange, lines), id: 'integrity-without-cors', allowed };
}
