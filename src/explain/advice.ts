import { type Advice, adviceOn } from '../causes/index.ts';
import type { Workaround } from '../clients/index.ts';
import type { Sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** What to do about a cause. */
export interface CauseAdvice {
  /** All of it, for a reader who sees nothing beside it: also what keeps client libraries from sending headers. */
  readonly all: readonly Sentence[];
  /** What helps on the server. */
  readonly onServer: readonly Sentence[];
  /** What helps in the page's code, where the server isn't the user's. The workarounds for libraries stand beside it. */
  readonly inPage: readonly Sentence[];
  /** Where to look first. */
  readonly first: Advice['by'];
}

/**
 * Sorts the advice by who can follow it.
 * @param workarounds for the client libraries that make the call
 */
export function adviceFor(
  { exchange, cause }: JudgedExchange,
  workarounds: readonly Workaround[],
): CauseAdvice {
  const all = cause === null ? [] : adviceOn(exchange, cause);
  return {
    all: [...all.map(({ sentence }) => sentence), ...workarounds.map(({ summary }) => summary)],
    onServer: all.filter(({ by }) => by === 'server').map(({ sentence }) => sentence),
    first: all[0]?.by ?? 'server',
    inPage: all.filter(({ by }) => by === 'page').map(({ sentence }) => sentence),
  };
}
