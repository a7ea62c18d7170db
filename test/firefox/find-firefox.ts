import { delimiter, join } from 'node:path';
import { isExecutable } from '../support/is-executable.ts';

const COMMANDS = ['firefox-esr', 'firefox'];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/firefox'];
const MAC_APP = '/Applications/Firefox.app/Contents/MacOS/firefox';

/** Finds Firefox: what FIREFOX_PATH names, else the usual places. @returns its path, or null when there is none */
export function findFirefox(): string | null {
  const named = process.env.FIREFOX_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`FIREFOX_PATH names ${named}, which can't be executed.`);
  }
  const folders = [...LINUX_FOLDERS, ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];
  const places = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...places, MAC_APP].find(isExecutable) ?? null;
}

/** The same, for when nothing can be done without it. */
export function requireFirefox(): string {
  const path = findFirefox();
  if (path === null) throw new Error(NO_FIREFOX);
  return path;
}

/** Why nothing was done, and what helps. */
export const NO_FIREFOX =
  'Firefox was not found. Install it (Debian: "sudo apt-get install firefox-esr"), or set FIREFOX_PATH to where it is.';
