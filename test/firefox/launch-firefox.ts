import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireFirefox } from './find-firefox.ts';
import { connectMarionette, type Marionette } from './marionette.ts';

export interface Firefox {
  readonly marionette: Marionette;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;

const PREFERENCES: Readonly<Record<string, string | number | boolean>> = {
  // Any free one, which Firefox writes to its profile.
  'marionette.port': 0,
  // The console's lines are read.
  'intl.locale.requested': 'en-US',
  // Nothing of its own over the network.
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#',
};

/**
 * Starts a headless Firefox with a fresh profile.
 * @param preferences beside the usual ones
 */
export async function launchFirefox(preferences: typeof PREFERENCES = {}): Promise<Firefox> {
  const path = requireFirefox();
  const profile = await mkdtemp(join(tmpdir(), 'preflight-inspector-firefox-'));
  const lines = Object.entries({ ...PREFERENCES, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access'];
  const child = spawn(path, [...args, '--profile', profile], { stdio: 'ignore' });
  const end = () => child.kill('SIGKILL');
  // Nobody ends it otherwise when the run is broken off.
  process.once('exit', end);
  const close = async () => {
    process.off('exit', end);
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await connectMarionette(await portOf(profile, child));
    return {
      marionette,
      async close() {
        marionette.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function portOf(profile: string, child: ChildProcess): Promise<number> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const port = Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => ''));
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Firefox did not start: exit code ${child.exitCode}.`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}
