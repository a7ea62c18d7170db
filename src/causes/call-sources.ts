import { type HeaderSource, headerSources } from '../clients/index.ts';
import type { Evidence } from './evidence.ts';

/** Returns who adds these header names to the call that `evidence` is about. */
export function sourcesOf(
  names: readonly string[],
  { exchange, hop, requested }: Evidence,
): readonly HeaderSource[] {
  const script = exchange.location?.url ?? null;
  return headerSources(names, { url: hop.url, asked: requested.headerNames, script });
}
