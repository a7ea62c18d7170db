import type { Exchange, Hop } from '../cors/index.ts';
import { redactUrl } from '../privacy/index.ts';

/** Removes secrets from the URLs of every hop. */
export function redactExchange(exchange: Exchange): Exchange {
  const redact = (hop: Hop): Hop => ({ ...hop, url: redactUrl(hop.url) });
  const [first, ...rest] = exchange.hops;
  return { ...exchange, hops: [redact(first), ...rest.map(redact)] };
}
