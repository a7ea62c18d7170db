import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@modelcontextprotocol/sdk` 1.32.2.
 * @see https://unpkg.com/@modelcontextprotocol/sdk@1.32.2/dist/cjs/client/streamableHttp.js
 */
export const client: Client = {
  name: 'MCP',
  headers: 'mcp-*',
  beside: 'last-event-id',
};
