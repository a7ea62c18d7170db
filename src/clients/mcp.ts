import type { Client } from './client.ts';

export const mcp: Client = {
  name: 'MCP',
  headers: /^(?:mcp-.*|last-event-id)$/,
  credentials: null,
  setting: null,
  docs: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/transports',
};
