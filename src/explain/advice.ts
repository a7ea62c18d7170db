import { adviceOn } from '../causes/index.ts';
import type { Sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** What to do about a cause. */
export interface CauseAdvice {
  /** All of it, for a reader who sees nothing beside it. */
  readonly all: readonly Sentence[];
  /** What helps on the server. Advice on a client library is left out: the workarounds beside it say the same with code. */
  readonly onServer: readonly Sentence[];
  /** What helps in the page's code, where the server isn't the user's; without advice on a client library, too. */
  readonly inPage: readonly Sentence[];
}

/** Sorts the advice by who can follow it. */
export function adviceFor({ exchange, cause }: JudgedExchange): CauseAdvice {
  const all = cause === null ? [] : adviceOn(exchange, cause);
  const shown = all.filter(({ aboutLibrary }) => !aboutLibrary);
  return {
    all: all.map(({ sentence }) => sentence),
    onServer: shown.filter(({ by }) => by === 'server').map(({ sentence }) => sentence),
    inPage: shown.filter(({ by }) => by === 'page').map(({ sentence }) => sentence),
  };
}
