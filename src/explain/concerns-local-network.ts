import { addressSpaceOf, currentHop } from '../cors/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/**
 * Whether local network access stopped the call: `surely` where Chrome says so, `likely` where it names no reason and the
 * page and the server are in networks of different kinds. Null for any other.
 */
export function concernsLocalNetwork({ exchange, cause }: JudgedExchange): 'surely' | 'likely' | null {
  if (cause?.id === 'local-network-access') return 'surely';
  const { url, response } = currentHop(exchange);
  const isUntold =
    cause?.id === 'reason-untold' || (cause?.id === 'websocket-handshake' && cause.status === null);
  if (!isUntold || response !== null) return null;
  const [from, to] = [addressSpaceOf(exchange.origin), addressSpaceOf(url)];
  // Within one network, and from this machine to others, nothing is asked.
  return to !== null && from !== to && from !== 'loopback' ? 'likely' : null;
}
