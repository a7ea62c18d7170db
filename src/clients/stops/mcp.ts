import { client } from '../libraries/mcp.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@modelcontextprotocol/sdk` 1.32.2: servers that keep sessions answer without the session's id with 400. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/transports',
  needed: 'mcp-session-id',
  stops: 'mcp-protocol-version',
  steps: (names) => [callOptions('new StreamableHTTPClientTransport()', ownFetch(names))],
};
