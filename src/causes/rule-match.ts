import type { Failure } from '../cors/index.ts';
import type { Recognition } from '../stacks/index.ts';
import type { Evidence } from './evidence.ts';

/** The part that all causes found by a rule have in common. */
export interface RuleMatch {
  /** The failure that the cause explains. */
  readonly failure: Failure;
  /** The stack that gave the answer, if known. */
  readonly responder: Recognition | null;
  /** The part of the answer that proves the cause, as it was sent: `405`, `allow: GET`. */
  readonly evidence: readonly string[];
}

/** Returns a match of `failure`, with the lines of the answer that prove it. */
export function ruleMatch(
  { responder }: Evidence,
  failure: Failure,
  lines: readonly string[] = [],
): RuleMatch {
  return { failure, responder, evidence: lines };
}
