import { jsOrigins, jsStrings } from '../quote/javascript.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { CORS_PACKAGE, indented } from '../shared/cors-options.ts';

/** MCP's own, without which its clients don't work; the list replaces the one that is built in. */
const MCP_HEADERS = [
  'content-type',
  'authorization',
  'accept',
  'mcp-session-id',
  'mcp-protocol-version',
  'last-event-id',
];

/** Code of its user's, such as Hono's `cors`, never gets a preflight: mcp-proxy answers it by these options. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://github.com/punkpeye/fastmcp#cors-configuration',
  restart: { type: 'server' },
  notes: ['noteFastMcp'],
  steps: (need) => [
    {
      type: 'edit',
      file: 'server.start({ httpStream: { } })',
      place: 'call-options',
      language: 'typescript',
      code: `cors: {\n${indented(options(need), '  ')}\n},`,
    },
  ],
};

function options({ origins, methods, headers, credentials, exposed }: ServerNeed): readonly string[] {
  return [
    `origin: ${jsOrigins(origins)},`,
    `${CORS_PACKAGE.methods}: ${jsStrings([...new Set(['GET', 'POST', ...methods])])},`,
    `${CORS_PACKAGE.headers}: ${jsStrings([...new Set([...MCP_HEADERS, ...headers])])},`,
    `${CORS_PACKAGE.exposed}: ${jsStrings([...new Set(['Mcp-Session-Id', ...exposed])])},`,
    `credentials: ${credentials},`,
  ];
}
