import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, installHint, missingLanguages } from '../browser/harness/find-chromium.ts';

/** What of a machine decides how it gets a browser. */
export interface Machine {
  /** The browser's path; null when there is none. */
  readonly browser: string | null;
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  exists(path: string): boolean;
}

/** What is done about a browser, or its languages, that may be missing; `says` is for who waits. */
export type Remedy =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'install'; readonly packages: readonly string[]; readonly says: string }
  /** Goes on: the tests that need what is missing are skipped. */
  | { readonly kind: 'skip'; readonly says: string }
  | { readonly kind: 'stop'; readonly says: string };

const APT_GET = '/usr/bin/apt-get';
const LANGUAGE_PACKAGE = 'chromium-l10n';
const PACKAGES = ['chromium', LANGUAGE_PACKAGE];

/**
 * Makes sure that there is a browser, in the languages that are needed: installs what is missing where root may, with
 * apt-get.
 * @throws when there is no browser in the end; the message says how to get one. Of missing languages it only tells.
 */
export function ensureBrowser(languages: readonly string[] = []): void {
  const first = remedyFor(thisMachine(), languages);
  if (first.kind === 'install') {
    console.log(first.says);
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...first.packages);
  }
  const remaining = first.kind === 'install' ? afterInstalling(thisMachine(), languages) : first;
  if (remaining.kind === 'stop') throw new Error(remaining.says);
  if (remaining.kind === 'skip') console.warn(remaining.says);
}

/** What to do on a machine so that it has a browser in these languages. */
export function remedyFor(machine: Machine, languages: readonly string[]): Remedy {
  const { browser, platform, isRoot, exists } = machine;
  const remaining = afterInstalling(machine, languages);
  const canInstall = platform === 'linux' && isRoot && exists(APT_GET);
  if (remaining.kind === 'nothing' || !canInstall) return remaining;
  return browser === null
    ? install('There is no Chromium or Chrome', PACKAGES)
    : install(`${browser} lacks languages that tests need`, [LANGUAGE_PACKAGE]);
}

/** What to do where nothing is installed, or no more. */
export function afterInstalling(
  machine: Machine,
  languages: readonly string[],
): Exclude<Remedy, { kind: 'install' }> {
  const { browser, platform, exists } = machine;
  if (browser === null) {
    return { kind: 'stop', says: `Neither Chromium nor Chrome was found. ${installHint(platform)}` };
  }
  const missing = missingLanguages(browser, languages, exists);
  if (missing.length === 0) return { kind: 'nothing' };
  const says = `${browser} doesn't have ${missing.join(' and ')}: the tests in these languages are SKIPPED. To run them: sudo apt-get install ${LANGUAGE_PACKAGE}`;
  return { kind: 'skip', says };
}

function install(why: string, packages: readonly string[]): Remedy {
  return { kind: 'install', packages, says: `${why}. Installing with apt-get: ${packages.join(', ')} …` };
}

function thisMachine(): Machine {
  return {
    browser: findChromium(),
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
  };
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(APT_GET, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
}
