import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireFirefox } from './find-firefox.ts';
import { connectMarionette, type Marionette, type PageLoadStrategy } from './marionette.ts';

export interface Firefox {
  readonly marionette: Marionette;
  /** Resolves when the browser is gone, whoever has closed it. */
  readonly ended: Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
/** How much is kept of what Firefox writes, for when it doesn't start. In characters. */
const SAID_LENGTH = 1_000;

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

export interface FirefoxOptions {
  /** Whether there is no window; true by default. */
  readonly headless?: boolean;
  /** What a navigation waits for; by default that all is loaded. */
  readonly pageLoadStrategy?: PageLoadStrategy;
}

/**
 * Starts Firefox with a fresh profile.
 * @param preferences beside the usual ones
 */
export async function launchFirefox(
  preferences: typeof PREFERENCES = {},
  { headless = true, pageLoadStrategy = 'normal' }: FirefoxOptions = {},
): Promise<Firefox> {
  const path = requireFirefox();
  const profile = await mkdtemp(join(tmpdir(), 'preflight-inspector-firefox-'));
  const lines = Object.entries({ ...PREFERENCES, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile];
  const child = spawn(path, headless ? ['--headless', ...args] : args, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-SAID_LENGTH);
  });
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = () => child.kill('SIGKILL');
  // Nobody ends it otherwise when the run is broken off.
  process.once('exit', end);
  const close = async () => {
    process.off('exit', end);
    child.kill('SIGKILL');
    await exit;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await connectMarionette(await portOf(profile, child, () => said), pageLoadStrategy);
    return {
      marionette,
      ended: exit,
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

async function portOf(profile: string, child: ChildProcess, said: () => string): Promise<number> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const port = Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => ''));
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Firefox did not start: exit code ${child.exitCode}. ${said().trim()}`);
}
