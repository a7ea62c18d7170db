import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/**
 * A WebSocket's handshake came to nothing: the server answered with another status than 101. WebSockets know no CORS: what
 * looks at the origin is the app.
 * @see https://websockets.spec.whatwg.org/#opening-handshake
 */
export interface WebsocketHandshake extends RuleMatch {
  readonly id: 'websocket-handshake';
  /** Null where only the console names it. */
  readonly status: number | null;
}

export function findWebsocketHandshake({
  exchange,
  outside,
  hop,
}: OutsideRequest): WebsocketHandshake | null {
  const status = hop.response?.status ?? null;
  if (outside.type !== 'websocket' || status === 101) return null;
  // The network's own errors say what it was.
  if (status === null && exchange.outcome.type === 'error' && !VAGUE.test(exchange.outcome.error))
    return null;
  const lines = [...(status === null ? [] : [String(status)]), `Origin: ${exchange.origin}`];
  return { ...outsideMatch(exchange, lines), id: 'websocket-handshake', status };
}

const VAGUE = /^net::ERR_(?:FAILED|INVALID_RESPONSE)$/;
