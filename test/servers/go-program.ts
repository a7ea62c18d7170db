import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { versionsOf } from './debian-versions.ts';
import type { RunningServer, ServerStack } from './server-stack.ts';
import { startProcess } from './start-process.ts';

/** Where Debian's golang-*-dev packages put their sources. */
const LIBRARIES = '/usr/share/gocode';
/** What was compiled once is not compiled again. */
const CACHE = resolve(import.meta.dirname, '../../dist/go-cache');

/** A stack written in Go: `main.go`, and the Debian packages of the libraries that it imports. */
export interface GoProgram extends Pick<ServerStack, 'stack' | 'starts'> {
  /** Each library's package, by its folder in a GOPATH; the first gives the version. */
  readonly libraries: Readonly<Record<string, string>>;
}

export function goServer({ stack, starts, libraries }: GoProgram): ServerStack {
  const packages = ['golang-go', ...Object.values(libraries)];
  return {
    stack,
    starts,
    packages,
    isInstalled: () =>
      existsSync('/usr/bin/go') &&
      Object.keys(libraries).every((library) => existsSync(join(LIBRARIES, 'src', library))),
    version: () => versionsOf(Object.values(libraries)),
    start: startGo,
  };
}

/**
 * Compiles `main.go` and runs it. Go without modules finds `example.com/v4` in `example.com` only for a package below
 * a GOPATH that has a go.mod, so that is where it is compiled.
 */
async function startGo(folder: string, port: number): Promise<RunningServer> {
  const source = join(folder, 'gopath/src/api');
  mkdirSync(source, { recursive: true });
  const main = readFileSync(join(folder, 'main.go'), 'utf8');
  writeFileSync(join(source, 'main.go'), main.replaceAll('{{PORT}}', String(port)));
  writeFileSync(join(source, 'go.mod'), 'module api\n');
  const program = join(folder, 'api');
  await promisify(execFile)('go', ['build', '-o', program, 'api'], {
    cwd: source,
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH: `${join(folder, 'gopath')}:${LIBRARIES}`,
      GOCACHE: CACHE,
      GOFLAGS: '',
      CGO_ENABLED: '0',
    },
  });
  return startProcess({ command: program, args: [], folder, port });
}
