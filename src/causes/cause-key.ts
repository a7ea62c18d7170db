import type { Exchange } from '../cors/index.ts';
import { originOfHop } from '../cors/index.ts';
import type { Cause } from './cause.ts';
import { causeLabel } from './labels.ts';

/** Returns the same key for calls that fail for the same reason at the same server: one change there fixes them all. */
export function causeKey(exchange: Exchange, cause: Cause): string {
  const { values } = causeLabel(cause);
  // The label names only some of the headers. All headers that one library adds share a key, whichever of them a call
  // has.
  const names = cause.id === 'header-not-allowed' ? cause.names : [];
  return JSON.stringify([cause.id, originOfHop(exchange, cause.failure.hop), values, names]);
}
