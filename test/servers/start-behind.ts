import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './server-folder.ts';
import type { RunningServer } from './server-stack.ts';
import { startProcess } from './start-process.ts';

/** A proxy's program; in its arguments, environment and files, `{{FOLDER}}`, `{{PORT}}` and `{{APP_PORT}}` are filled in. */
export interface ProxyProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a proxy and, unless that is to be down, the application behind it (`app.mjs`), from the files in `folder`. */
export async function startBehind(
  { command, args, env = {} }: ProxyProgram,
  folder: string,
  port: number,
  isAppUp = true,
): Promise<RunningServer> {
  const appPort = await freePort();
  // What is started is a copy: the files stay as their user wrote them.
  const running = `${folder}-running`;
  rmSync(running, { recursive: true, force: true });
  cpSync(folder, running, { recursive: true });
  const fill = (text: string) =>
    text
      .replaceAll('{{FOLDER}}', running)
      .replaceAll('{{PORT}}', String(port))
      .replaceAll('{{APP_PORT}}', String(appPort));
  const filledEnv = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)]));
  for (const path of filesIn(running)) writeFileSync(path, fill(readFileSync(path, 'utf8')));
  const started: RunningServer[] = [];
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
    rmSync(running, { recursive: true, force: true });
  };
  try {
    if (isAppUp) {
      const app = { command: process.execPath, args: ['app.mjs'], folder: running, port: appPort };
      started.push(await startProcess(app));
    }
    started.push(
      await startProcess({ command, args: args.map(fill), folder: running, port, env: filledEnv }),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
