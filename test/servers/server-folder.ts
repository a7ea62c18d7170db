import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { closeServer, listen } from './listen.ts';
import type { ServerFiles } from './server-stack.ts';

/** Below the project, so that servers find its packages; never committed. */
const PARENT = resolve(import.meta.dirname, '../../dist');

export interface ServerFolder {
  readonly path: string;
  close(): Promise<void>;
}

/** Writes a server's files into a new folder. */
export async function createServerFolder(files: ServerFiles): Promise<ServerFolder> {
  mkdirSync(PARENT, { recursive: true });
  const path = mkdtempSync(join(PARENT, 'server-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, close: async () => rmSync(path, { recursive: true, force: true }) };
}

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, '127.0.0.1');
  await closeServer(server);
  return port;
}
