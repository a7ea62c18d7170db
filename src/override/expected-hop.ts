import { currentHop, type Exchange, getHeader, isRedirect } from '../cors/index.ts';

/**
 * The exchange with the hop that it is about to come to, or would have come to, had the browser not stopped at a
 * redirect's own answer: whose preflight asks for what the one before asked. Itself where no redirect is its last answer.
 */
export function withExpectedHop(exchange: Exchange): Exchange {
  const { response, url, method, preflight } = currentHop(exchange);
  const location = response === null ? null : getHeader(response.headerList, 'Location');
  const redirected = exchange.outcome.type !== 'completed' && response !== null && isRedirect(response);
  const next = !redirected || location === null ? null : URL.parse(location, url);
  if (next === null) return exchange;
  next.hash = '';
  const asked = preflight === null ? null : { ...preflight, response: null };
  const hop = { url: next.href, method, preflight: asked, requestHeaders: null, response: null };
  return { ...exchange, hops: [...exchange.hops, hop] };
}
