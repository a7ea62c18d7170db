import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ServerStack } from './server-stack.ts';
import { startProcess } from './start-process.ts';

const PACKAGES = resolve(import.meta.dirname, '../../node_modules');

interface NodeProgram extends Pick<ServerStack, 'stack' | 'starts'> {
  /** The npm package that the server is made of. */
  readonly package: string;
  /** What Node runs; its working directory is the server's folder. `{{PORT}}` is the port. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A server that Node runs from packages which npm brings with this project. */
export function nodeProgram({ stack, starts, package: name, args, env = {} }: NodeProgram): ServerStack {
  return {
    stack,
    packages: [],
    isInstalled: () => true,
    version: () => `${name} ${versionOf(name)}`,
    starts,
    start: (folder, port) =>
      startProcess({
        command: process.execPath,
        args: args.map((argument) => argument.replace('{{PORT}}', String(port))),
        folder,
        port,
        // What a server misses is to be a dependency of this project: no test waits for a download.
        env: { npm_config_offline: 'true', ...env },
      }),
  };
}

/** A file of an installed package, such as a command of its. */
export function packageFile(name: string, path: string): string {
  return join(PACKAGES, name, path);
}

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(packageFile(name, 'package.json'), 'utf8'));
  return String(version);
}
