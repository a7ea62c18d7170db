import { currentHop, type Exchange, hostOf, originOf } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';

/**
 * How many connections Chrome opens to one host over HTTP/1.1.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:net/socket/client_socket_pool_manager.cc
 */
const MAX_CONNECTIONS_PER_HOST = 6;

/** Why a call gets no connection to its server, and what helps. */
export interface HeldConnections {
  readonly why: Sentence;
  readonly advice: Sentence;
}

/**
 * Returns why a call that is still waiting gets no connection: redirected calls hold all that Chrome opens to its host. A
 * redirected call keeps the connection of the redirect until its next preflight has passed, and that preflight needs
 * another one. Measured in Chromium 156: six such calls to one host wait for each other for minutes; five don't.
 *
 * Null for any other call. Also null for https, since HTTP/2 carries all calls on one connection, and which of both it is
 * isn't known while a call waits.
 * @param others the page's exchanges
 */
export function heldConnections(exchange: Exchange, others: readonly Exchange[]): HeldConnections | null {
  const { url, response } = currentHop(exchange);
  const server = originOf(url);
  if (!isWaiting(exchange) || response !== null || !server.startsWith('http:')) return null;
  const holding = others.filter((other) => heldServer(other) === server);
  if (holding.length < MAX_CONNECTIONS_PER_HOST) return null;
  const count = String(holding.length);
  return {
    why: sentence('heldConnections', { count, host: hostOf(url), limit: String(MAX_CONNECTIONS_PER_HOST) }),
    advice:
      heldServer(exchange) === null ? sentence('adviceHeldOthers') : sentence('adviceHeldFinal', { url }),
  };
}

/** The server to which a waiting call holds a connection that it can't use: the redirect's. Null if it holds none. */
function heldServer(exchange: Exchange): string | null {
  const [{ url = '' } = {}, last] = exchange.hops.slice(-2);
  if (!isWaiting(exchange) || last === undefined || last.requestHeaders !== null) return null;
  // Where no preflight is needed, the call goes on at once.
  return last.preflight !== null && last.preflight.response === null ? originOf(url) : null;
}

function isWaiting({ outcome, outside }: Exchange): boolean {
  return outcome.type === 'pending' && outside === undefined;
}
