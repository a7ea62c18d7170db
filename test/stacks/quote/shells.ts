import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A shell that people paste commands into. */
export interface Shell {
  readonly name: string;
  /** What starts it, up to the command. */
  readonly start: readonly [program: string, ...args: string[]];
}

export const SHELLS: readonly Shell[] = [
  { name: 'bash', start: ['bash', '--norc', '--noprofile', '-c'] },
  { name: 'sh', start: ['sh', '-c'] },
  { name: 'dash', start: ['dash', '-c'] },
  { name: 'ash', start: ['busybox', 'ash', '-c'] },
  { name: 'zsh', start: ['zsh', '-f', '-c'] },
  { name: 'fish', start: ['fish', '--no-config', '-c'] },
];

/** Whether the shell isn't there; then it says so, once. sh and bash always have to be. */
export function isMissing({ name, start: [program, ...args] }: Shell): boolean {
  try {
    execFileSync(program, [...args, 'exit 0'], { stdio: 'ignore' });
    return false;
  } catch (error) {
    if (name === 'bash' || name === 'sh') throw error;
    console.log(`No command is tried in ${name}: it isn't installed.`);
    return true;
  }
}

/** What a command did. */
export interface Run {
  /** The arguments of each call of the stub, in order. */
  readonly calls: readonly (readonly string[])[];
  /** Files that it left behind. */
  readonly files: readonly string[];
}

/** Runs a command in the shell, in an empty folder, where `program` is a stub that notes its arguments. */
export function runIn({ start: [shell, ...args] }: Shell, program: string, command: string): Run {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-inspector-'));
  const stubs = mkdtempSync(join(tmpdir(), 'preflight-inspector-'));
  const notes = join(stubs, 'notes');
  const stub = `#!/bin/sh\n{ printf '%s\\0' "$#" "$@"; } >> '${notes}'\n`;
  try {
    writeFileSync(join(stubs, program), stub, { mode: 0o755 });
    writeFileSync(notes, '');
    execFileSync(shell, [...args, command], {
      cwd: folder,
      env: {
        ...process.env,
        PATH: `${stubs}${delimiter}${process.env.PATH}`,
        HOME: folder,
        LC_ALL: 'C.UTF-8',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // fish keeps files of its own there.
    const files = readdirSync(folder).filter(
      (name) => name !== '.config' && name !== '.local' && name !== '.cache',
    );
    return { calls: callsIn(readFileSync(notes, 'utf8')), files };
  } finally {
    for (const path of [folder, stubs]) rmSync(path, { recursive: true });
  }
}

function callsIn(notes: string): readonly (readonly string[])[] {
  const texts = notes.split('\0').slice(0, -1);
  const calls: string[][] = [];
  while (texts.length > 0) calls.push(texts.splice(0, Number(texts.shift())));
  return calls;
}
