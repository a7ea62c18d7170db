import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/**
 * The page asked for a file, which no server has, and which its origin may not load.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#concept-origin-opaque
 */
export interface LocalUrl extends RuleMatch {
  readonly id: 'local-url';
}

export function findLocalUrl({ exchange, outside }: OutsideRequest): LocalUrl | null {
  return outside.type === 'local-url' ? { ...outsideMatch(exchange, []), id: 'local-url' } : null;
}
