import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isExecutable } from '../../support/is-executable.ts';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const MAC_APPS = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];
/** Where Debian installs Chromium, and its languages. */
const DEBIAN_CHROMIUM = '/usr/bin/chromium';
const DEBIAN_LOCALES = '/usr/lib/chromium/locales';
const WINDOWS_APPS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];

/**
 * Finds Chromium or Chrome: what CHROME_PATH or PUPPETEER_EXECUTABLE_PATH names, else the usual places.
 * @returns its path, or null when there is none
 */
export function findChromium(): string | null {
  const { env } = process;
  const named = env.CHROME_PATH || env.PUPPETEER_EXECUTABLE_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROME_PATH or PUPPETEER_EXECUTABLE_PATH names ${named}, which can't be executed.`);
  }
  return usualPlaces().find(isExecutable) ?? null;
}

/** The same, for when nothing can be done without it. */
export function requireChromium(): string {
  const path = findChromium();
  if (path === null) throw new Error(`Neither Chromium nor Chrome was found. ${installHint()}`);
  return path;
}

/** How to get a browser on a machine, in a sentence. */
export function installHint(platform: NodeJS.Platform = process.platform): string {
  const elsewhere = 'or set CHROME_PATH to where it is.';
  switch (platform) {
    case 'linux':
      // Ubuntu's own Chromium is a snap, which can't read what tests write to /tmp.
      return `Install it (Debian: "sudo apt-get install chromium chromium-l10n"; Ubuntu: https://www.google.com/chrome/), ${elsewhere}`;
    case 'darwin':
      return `Install it ("brew install --cask google-chrome"), ${elsewhere}`;
    default:
      return `Install it from https://www.google.com/chrome/, ${elsewhere}`;
  }
}

/**
 * Which of these languages a browser doesn't have. Debian's Chromium has all but English in a package of their own,
 * chromium-l10n; other browsers bring all of theirs.
 */
export function missingLanguages(
  browser: string,
  languages: readonly string[],
  exists: (path: string) => boolean = existsSync,
): readonly string[] {
  if (browser !== DEBIAN_CHROMIUM || !exists(DEBIAN_LOCALES)) return [];
  return languages.filter((language) => !exists(`${DEBIAN_LOCALES}/${language}.pak`));
}

function usualPlaces(): string[] {
  const { env } = process;
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
        MAC_APPS.map((app) => join(folder, app)),
      );
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => WINDOWS_APPS.map((app) => join(folder, app)));
    default: {
      const folders = [...LINUX_FOLDERS, ...(env.PATH ?? '').split(delimiter).filter((path) => path !== '')];
      return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
    }
  }
}
