import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningServer } from './server-stack.ts';

export interface ServerProcess {
  readonly command: string;
  readonly args: readonly string[];
  /** Its working directory. */
  readonly folder: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take until it listens, in ms. */
  readonly patience?: number;
}

/**
 * Starts a program, in a process group of its own, and waits until 127.0.0.1 listens on the port.
 * @throws with what it printed, when it ends or doesn't listen in time
 */
export async function startProcess({
  command,
  args,
  folder,
  port,
  env = {},
  patience = 60_000,
}: ServerProcess): Promise<RunningServer> {
  const child = spawn(command, args, {
    cwd: folder,
    detached: true,
    env: { ...process.env, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const keep = (chunk: unknown) => {
    printed = `${printed}${chunk}`.slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', keep);
  const stop = async () => {
    await endGroup(child);
    // What it started may outlive it for a moment, and would be taken for the next one.
    const patient = Date.now() + 10_000;
    while ((await listens(port)) && Date.now() < patient) await wait(20);
  };
  const deadline = Date.now() + patience;
  while (!(await listens(port))) {
    if (hasEnded(child) || Date.now() > deadline) {
      await stop();
      throw new Error(`${command} ${args.join(' ')} doesn't listen on port ${port}. It printed:\n${printed}`);
    }
    await wait(50);
  }
  return { stop };
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const ended = hasEnded(child) ? null : once(child, 'exit');
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group is gone already.
  }
  await ended;
}

async function listens(port: number): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
