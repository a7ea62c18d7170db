import { spawn } from 'node:child_process';

/** What a process has written, to both streams, and the code that it ended with; null where a signal ended it. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs Node with these arguments in a folder, until it ends.
 * @param env what differs in its environment; undefined for what isn't there
 */
export async function runNode(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}
