import { type Workaround, workaroundsFor } from '../clients/index.ts';
import { currentHop, hopOrigins, preflightQuestion } from '../cors/index.ts';
import { type DevProxy, type DevServer, devProxy } from '../dev-servers/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** How the page can be kept from sending the headers that aren't allowed. */
export function clientWays({ exchange, diagnosis }: JudgedExchange): readonly Workaround[] {
  const hop = currentHop(exchange);
  const disallowed = diagnosis.failures.flatMap(({ error, parameter }) =>
    error === 'HeaderDisallowedByPreflightResponse' && parameter !== null ? parameter : [],
  );
  if (hop.preflight === null || disallowed.length === 0) return [];
  const question = preflightQuestion(hop.preflight, { origin: exchange.origin, method: hop.method });
  return workaroundsFor({ url: hop.url, names: [...new Set(disallowed)], asked: question.headerNames });
}

/** How the page's own dev server passes the call on; null where `tool` can't. */
export function proxyWay({ exchange, cause }: JudgedExchange, tool: DevServer): DevProxy | null {
  const origin = hopOrigins(exchange)[0] ?? exchange.origin;
  const originBlocked = cause?.id === 'not-allowed-by-status' || cause?.id === 'preflight-status';
  return devProxy(tool, { origin, url: currentHop(exchange).url, originBlocked });
}
