import { type Exchange, hostOfHop } from '../cors/index.ts';
import { STACKS, type StackId, stackOf } from '../stacks/index.ts';
import type { RuleMatch } from './rule-match.ts';

/** Names the server that a cause is about: its host, and its stack if that is sure. */
export function serverName(exchange: Exchange, { responder, failure }: RuleMatch): string {
  const host = hostOfHop(exchange, failure.hop);
  return responder?.certainty === 'sure' ? `${STACKS[responder.stack].name} (${host})` : host;
}

/** Returns whether people write their own app with this stack. */
export function isFramework(stack: StackId): boolean {
  const { layer, product } = stackOf(stack);
  return layer === 'application' && product !== true;
}
