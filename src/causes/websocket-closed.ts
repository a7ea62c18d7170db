import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/** The server took a WebSocket's handshake, and closed the connection at once: most likely it looked at the origin then. */
export interface WebsocketClosed extends RuleMatch {
  readonly id: 'websocket-closed';
}

export function findWebsocketClosed({ exchange, outside, hop }: OutsideRequest): WebsocketClosed | null {
  if (outside.type !== 'websocket' || hop.response?.status !== 101) return null;
  return { ...outsideMatch(exchange, ['101', `Origin: ${exchange.origin}`]), id: 'websocket-closed' };
}
