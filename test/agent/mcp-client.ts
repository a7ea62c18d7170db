import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** An MCP server that was started as a program, spoken to over its standard streams. */
export interface McpClient {
  /** Calls a tool. @returns its text; throws what the tool says if it failed */
  call(tool: string, args?: Readonly<Record<string, unknown>>): Promise<string>;
  close(): Promise<void>;
}

/** How long a tool may take, in ms: the first one starts a browser. */
const TIMEOUT_MS = 60_000;

interface Reply {
  readonly id?: number;
  readonly result?: { readonly content?: readonly { readonly text?: string }[]; readonly isError?: boolean };
  readonly error?: { readonly message: string };
}

/**
 * Starts a server and greets it.
 * @see https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#stdio
 */
export async function startMcp(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<McpClient> {
  const server = spawn(command, args, { env: { ...process.env, ...env } });
  const waiting = new Map<number, (reply: Reply) => void>();
  let said = '';
  server.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-2_000);
  });
  createInterface(server.stdout).on('line', (line) => {
    const reply: Reply = JSON.parse(line);
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  const ask = async (method: string, params: object): Promise<Reply> => {
    last++;
    const id = last;
    const reply = new Promise<Reply>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method} was not answered. ${said}`)), TIMEOUT_MS);
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
    server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    return await reply;
  };
  const clientInfo = { name: 'preflight-inspector-tests', version: '1' };
  await ask('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
  server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
  return {
    async call(name, args = {}) {
      const { result, error } = await ask('tools/call', { name, arguments: args });
      const text = (result?.content ?? []).map((part) => part.text ?? '').join('\n');
      if (error !== undefined || result?.isError === true) throw new Error(error?.message ?? text);
      return text;
    },
    close: () => end(server),
  };
}

/** It closes its browser when its input ends. */
async function end(server: ChildProcessWithoutNullStreams): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.stdin.end();
  const timer = setTimeout(() => server.kill(), 5_000);
  await gone;
  clearTimeout(timer);
}
