import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/**
 * An element has the attribute `integrity` and no `crossorigin`, and what it loads is of another origin: Chrome can't check
 * the answer, and doesn't use it.
 * @see https://w3c.github.io/webappsec-subresource-integrity/#cross-origin-data-leakage
 */
export interface IntegrityWithoutCors extends RuleMatch {
  readonly id: 'integrity-without-cors';
}

export function findIntegrityWithoutCors({ exchange, outside }: OutsideRequest): IntegrityWithoutCors | null {
  return outside.type === 'integrity'
    ? { ...outsideMatch(exchange, []), id: 'integrity-without-cors' }
    : null;
}
