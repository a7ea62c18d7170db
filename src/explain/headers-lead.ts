import { type Cause, isItsOwnOrigin, othersFollow } from '../causes/index.ts';
import { type Exchange, hostOfHop } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';

/** Says above the required headers whether the server has to be made to send them, and when. */
export function headersLead(exchange: Exchange, cause: Cause | null): Sentence {
  const current = exchange.hops.length - 1;
  const host = hostOfHop(exchange, current);
  if (cause === null) return sentence('fixHeaders', { host });
  // The app repeats whatever origin it is told, so it sends the right one as soon as it is told the right one.
  const url = exchange.hops[current]?.url ?? '';
  if (cause.id === 'origin-not-allowed' && isItsOwnOrigin(cause, url)) {
    return sentence('fixHeadersFollow', { host });
  }
  return sentence(othersFollow(cause) ? 'fixHeadersThen' : 'fixHeaders', { host });
}
