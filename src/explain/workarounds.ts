import { othersFollow } from '../causes/index.ts';
import { type Workaround, workaroundsFor } from '../clients/index.ts';
import { currentHop, hopOrigins, isLoopbackOrigin, preflightQuestion } from '../cors/index.ts';
import { type DevProxy, type DevServer, devProxy } from '../dev-servers/index.ts';
import { endsBeforeApp } from './detour.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/**
 * The settings that keep the page from sending the headers that aren't allowed. Empty if the call isn't blocked. That the
 * server has to allow a header is left out where its code for CORS didn't answer.
 */
export function clientWorkarounds({ exchange, diagnosis, cause }: JudgedExchange): readonly Workaround[] {
  if (diagnosis.outcome !== 'blocked') return [];
  const hop = currentHop(exchange);
  const disallowed = diagnosis.failures.flatMap(({ error, parameter }) =>
    error === 'HeaderDisallowedByPreflightResponse' && parameter !== null ? parameter : [],
  );
  if (hop.preflight === null || disallowed.length === 0) return [];
  const question = preflightQuestion(hop.preflight, { origin: exchange.origin, method: hop.method });
  const script = exchange.location?.url ?? null;
  const all = workaroundsFor({
    url: hop.url,
    names: [...new Set(disallowed)],
    asked: question.headerNames,
    script,
  });
  return cause !== null && othersFollow(cause) ? all.filter(({ by }) => by === 'page') : all;
}

/** The workaround by the page's dev server. */
export interface DevProxyWorkaround {
  readonly tool: DevServer;
  /** Null if `tool` has no proxy. */
  readonly proxy: DevProxy | null;
}

/**
 * Returns how the page's dev server can proxy the call. Null if nothing is blocked, if the page isn't on loopback, or if
 * a proxied call wouldn't reach the app either.
 */
export function proxyWorkaround(
  { exchange, diagnosis, cause }: JudgedExchange,
  tool: DevServer,
): DevProxyWorkaround | null {
  if (diagnosis.outcome !== 'blocked' || !isLoopbackOrigin(exchange.origin)) return null;
  if (endsBeforeApp(cause)) return null;
  const origin = hopOrigins(exchange)[0] ?? exchange.origin;
  const originBlocked = cause?.id === 'not-allowed-by-status' || cause?.id === 'preflight-status';
  return { tool, proxy: devProxy(tool, { origin, url: currentHop(exchange).url, originBlocked }) };
}
