import { adviceOn } from '../causes/index.ts';
import type { Sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** What to do about a cause, by who can do it. */
export interface AdviceSides {
  readonly onServer: readonly Sentence[];
  /** What helps in the page's code, where the server isn't the user's. */
  readonly inPage: readonly Sentence[];
}

/** Sorts the advice. What is about a client library is left out: the ways out beside it say the same with code. */
export function adviceSides({ exchange, cause }: JudgedExchange): AdviceSides {
  const all = cause === null ? [] : adviceOn(exchange, cause);
  const shown = all.filter(({ aboutLibrary }) => !aboutLibrary);
  return {
    onServer: shown.filter(({ by }) => by === 'server').map(({ sentence }) => sentence),
    inPage: shown.filter(({ by }) => by === 'page').map(({ sentence }) => sentence),
  };
}
