import type { Failure } from '../cors/index.ts';
import type { Recognition } from '../stacks/index.ts';
import type { Evidence } from './evidence.ts';

/** What is known of every cause that a rule found. */
export interface RuleMatch {
  /** The failure that the cause explains. */
  readonly failure: Failure;
  /** The stack that gave the answer, if known. */
  readonly responder: Recognition | null;
  /** The telling part of the answer, as it was sent: `405`, `allow: GET`. */
  readonly evidence: readonly string[];
}

/** A match of `failure`, which these lines of the answer tell. */
export function ruleMatch(
  { responder }: Evidence,
  failure: Failure,
  lines: readonly string[] = [],
): RuleMatch {
  return { failure, responder, evidence: lines };
}
