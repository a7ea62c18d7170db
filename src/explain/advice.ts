import { type Advice, adviceOn } from '../causes/index.ts';
import type { Workaround } from '../clients/index.ts';
import type { MessageKey, Sentence } from '../texts/index.ts';
import { beaconAdvice } from './beacon-advice.ts';
import type { JudgedExchange } from './judged-exchange.ts';

const TO_READER: readonly MessageKey[] = ['pageTicket', 'pageBackEnd', 'pageMethodAllowed'];

/** Whether only the panel's reader can follow it: to tell those who run the server, or to do without them. */
export function isForReader({ key }: Sentence): boolean {
  return TO_READER.includes(key);
}

/** What to do about a cause. */
export interface CauseAdvice {
  /**
   * All of it for those who run the server, and see nothing beside it: also what keeps client libraries from sending
   * headers.
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
export function adviceFor(judged: JudgedExchange, workarounds: readonly Workaround[]): CauseAdvice {
  const { exchange, cause } = judged;
  const all = cause === null ? [] : adviceOn(exchange, cause);
  const ofBeacon = beaconAdvice(judged);
  const forOthers = all.map(({ sentence }) => sentence).filter((one) => !isForReader(one));
  return {
    all: [...forOthers, ...ofBeacon, ...workarounds.map(({ summary }) => summary)],
    onServer: all.filter(({ by }) => by === 'server').map(({ sentence }) => sentence),
    first: all[0]?.by ?? 'server',
    inPage: [...all.filter(({ by }) => by === 'page').map(({ sentence }) => sentence), ...ofBeacon],
  };
}
