import { currentHop, hostOf } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import { type JudgedExchange, seenBeside } from './judged-exchange.ts';

/**
 * Says what comes after local network access: CORS, which nothing was asked of yet. Null for a frame with an opaque origin,
 * which no server should allow.
 * @param canAsk whether the reader can ask the server for the preflight's answer now
 */
export function behindLocalNetwork({ exchange }: JudgedExchange, canAsk: boolean): Sentence | null {
  const { origin } = exchange;
  if (origin === 'null') return null;
  if (seenBeside(exchange).allowed === 'url') return sentence('localNextPasses', { origin });
  if (canAsk) return sentence('localNextAsk');
  return sentence('localNextUnknown', { host: hostOf(currentHop(exchange).url), origin });
}
