import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { requireChromium } from '../browser/harness/find-chromium.ts';
import { BUILT_EXTENSION } from '../browser/harness/launch.ts';
import { type McpClient, startMcp } from './mcp-client.ts';

/** Starts Chrome DevTools for agents as an agent does, with the tools for extensions, on a browser of its own. */
export async function startChromeDevtoolsMcp(): Promise<McpClient> {
  const folder = dirname(createRequire(import.meta.url).resolve('chrome-devtools-mcp/package.json'));
  const asRoot = process.getuid?.() === 0;
  const args = [
    join(folder, 'build/src/bin/chrome-devtools-mcp.js'),
    '--categoryExtensions',
    '--headless',
    '--isolated',
    '--no-usage-statistics',
    '--no-performance-crux',
    `--executablePath=${requireChromium()}`,
    // It may install what is in there.
    `--filesystemRoot=${BUILT_EXTENSION}`,
    ...(asRoot ? ['--chromeArg=--no-sandbox'] : []),
  ];
  return await startMcp(process.execPath, args, { CHROME_DEVTOOLS_MCP_NO_UPDATE_CHECKS: '1' });
}
