import { currentHop, type Exchange, getHeader, isRedirect } from '../cors/index.ts';

/**
 * The exchange with the hop that it would have come to, had the browser not stopped at a redirect's own answer: whose
 * preflight asks for what the one before asked. The exchange itself where it didn't stop there.
 */
export function withExpectedHop(exchange: Exchange): Exchange {
  const { response, url, method, preflight } = currentHop(exchange);
  const location = response === null ? null : getHeader(response.headerList, 'Location');
  const stopped = exchange.outcome.type === 'error' && response !== null && isRedirect(response);
  const next = !stopped || location === null ? null : URL.parse(location, url);
  if (next === null) return exchange;
  next.hash = '';
  const asked = preflight === null ? null : { ...preflight, response: null };
  const hop = { url: next.href, method, preflight: asked, requestHeaders: null, response: null };
  return { ...exchange, hops: [...exchange.hops, hop] };
}
