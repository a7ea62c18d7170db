import type { Exchange } from '../cors/index.ts';
import { originOfHop } from '../cors/index.ts';
import type { Cause } from './cause.ts';
import { causeLabel } from './lookup.ts';

/** The same for calls that fail for the same reason at the same server: one change there mends them all. */
export function causeKey(exchange: Exchange, cause: Cause): string {
  const { values } = causeLabel(cause);
  // The label names only some of them. What one library adds belongs together, whatever it adds this time.
  const names = cause.id === 'header-not-allowed' ? cause.names : [];
  return JSON.stringify([cause.id, originOfHop(exchange, cause.failure.hop), values, names]);
}
