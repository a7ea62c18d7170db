import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/**
 * A page with an embedder policy loads a frame or a worker that has none, or, from another origin, doesn't say that others
 * may embed it.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#check-a-navigation-response's-adherence-to-its-embedder-policy
 */
export interface EmbeddedWithoutPolicy extends RuleMatch {
  readonly id: 'embedded-without-policy';
}

export function findEmbeddedWithoutPolicy({
  exchange,
  outside,
}: OutsideRequest): EmbeddedWithoutPolicy | null {
  return outside.type === 'embedded'
    ? { ...outsideMatch(exchange, []), id: 'embedded-without-policy' }
    : null;
}
