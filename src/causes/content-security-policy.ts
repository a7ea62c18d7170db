import type { ViolatedDirective } from '../cors/index.ts';
import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/**
 * The page's own Content Security Policy forbids the request. Chrome looks at it before CORS, and sends nothing.
 * @see https://w3c.github.io/webappsec-csp/#should-block-request
 */
export interface ContentSecurityPolicy extends RuleMatch {
  readonly id: 'content-security-policy';
  /** Null where the directive isn't known. */
  readonly violated: ViolatedDirective | null;
}

export function findContentSecurityPolicy({
  exchange,
  outside,
}: OutsideRequest): ContentSecurityPolicy | null {
  if (outside.type !== 'content-security-policy') return null;
  const { violated } = outside;
  const lines = violated === null ? [] : [`${violated.directive} ${violated.sources}`.trim()];
  return { ...outsideMatch(exchange, lines), id: 'content-security-policy', violated };
}
