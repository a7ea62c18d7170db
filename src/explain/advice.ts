import { type Advice, adviceOn } from '../causes/index.ts';
import type { Workaround } from '../clients/index.ts';
import type { Sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** What to do about a cause. */
export interface CauseAdvice {
  /**
   * All advice, for a reader who sees nothing beside it. It includes the settings that keep client libraries from
   * sending headers.
   */
  readonly all: readonly Sentence[];
  /** What helps on the server. */
  readonly onServer: readonly Sentence[];
  /**
   * Advice for the page's code, where the user doesn't run the server. The panel shows workarounds for libraries beside
   * it.
   */
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
