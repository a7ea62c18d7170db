import { currentHop, type Exchange, locationUrl } from '../cors/index.ts';

/**
 * Adds the hop that a redirect leads to but that wasn't seen: the exchange is pending, or the browser stopped at the
 * redirect. The added hop repeats the method and the preflight request of the hop before.
 * @returns the exchange itself if its last answer is no redirect
 */
export function withExpectedHop(exchange: Exchange): Exchange {
  const { response, url, method, preflight } = currentHop(exchange);
  if (exchange.outcome.type === 'completed' || response === null) return exchange;
  const next = locationUrl(response, url);
  if (next === null) return exchange;
  next.hash = '';
  const asked = preflight === null ? null : { ...preflight, response: null };
  const hop = { url: next.href, method, preflight: asked, requestHeaders: null, response: null };
  return { ...exchange, hops: [...exchange.hops, hop] };
}
