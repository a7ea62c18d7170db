import type { Exchange } from './exchange.ts';
import { hopOrigins, originOf } from './origin.ts';

/** Host and port as people name a server; the URL itself where it has none. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host || url;
}

/** The server that hop `index` of the exchange asked. */
export function hostOfHop(exchange: Exchange, index: number): string {
  return hostOf(urlOfHop(exchange, index));
}

/** The serialized origin of the server that hop `index` asked. */
export function originOfHop(exchange: Exchange, index: number): string {
  return originOf(urlOfHop(exchange, index));
}

/** The serialized origin that the request carries to its current URL: `null` after some redirects. */
export function currentOrigin(exchange: Exchange): string {
  return hopOrigins(exchange).at(-1) ?? exchange.origin;
}

function urlOfHop(exchange: Exchange, index: number): string {
  return (exchange.hops[index] ?? exchange.hops[0]).url;
}
