import type { Exchange } from '../cors/index.ts';
import { hostOfHop, originOfHop } from '../cors/index.ts';
import type { Cause } from './cause.ts';
import { causeLabel } from './labels.ts';

/** Returns the same key for calls that fail for the same reason at the same server: one change there fixes them all. */
export function causeKey(exchange: Exchange, cause: Cause): string {
  const { values } = causeLabel(cause);
  // The label names only some of the headers. All headers that one library adds share a key, whichever of them a call
  // has.
  const names = cause.id === 'header-not-allowed' ? cause.names : [];
  return JSON.stringify([cause.id, serverOf(exchange, cause), values, names]);
}

/** The server's origin. A WebSocket's URL has none. */
function serverOf(exchange: Exchange, { failure }: Cause): string {
  const origin = originOfHop(exchange, failure.hop);
  return origin === 'null' ? hostOfHop(exchange, failure.hop) : origin;
}
