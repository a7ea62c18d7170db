import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, installHint, missingLanguages } from '../browser/harness/find-chromium.ts';
import { findFirefox, NO_FIREFOX } from '../firefox/find-firefox.ts';
import type { BrowserName } from './browser-name.ts';
import { hasCommand } from './has-command.ts';
import { pythonWith } from './python-with.ts';

/** What is needed. */
export interface Needs {
  /** Nothing goes on without the first. */
  readonly browsers: readonly [BrowserName, ...BrowserName[]];
  /** Chromium's languages, as `fr` or `zh-CN`. */
  readonly languages: readonly string[];
  /** Programs, whose Debian packages have the same names. */
  readonly commands: readonly string[];
  /** Python's modules, whose Debian packages are `python3-<name>`. */
  readonly pythonModules?: readonly string[];
}

/** What of a machine decides what is installed there, and how. */
export interface Machine {
  /** The browsers' paths; null where there is none, or none is needed. */
  readonly browsers: Readonly<Record<BrowserName, string | null>>;
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** Whether there is a file or folder. */
  exists(path: string): boolean;
  hasCommand(name: string): boolean;
  /** Whether one Python has all of them. */
  hasPythonModules(names: readonly string[]): boolean;
}

/** What is done about what is missing; `says` is for who waits. */
export type Remedy =
  | { readonly kind: 'install'; readonly packages: readonly string[]; readonly says: string }
  | Rest;

/** The same where nothing is installed, or no more. */
export type Rest =
  | { readonly kind: 'nothing' }
  /** Goes on: the tests that need what is missing are skipped. */
  | { readonly kind: 'skip'; readonly says: string }
  | { readonly kind: 'stop'; readonly says: string };

const APT_GET = '/usr/bin/apt-get';

/** The Debian packages that have the browsers. */
const PACKAGES: Readonly<Record<BrowserName, string>> = { chrome: 'chromium', firefox: 'firefox-esr' };
const NAMES: Readonly<Record<BrowserName, string>> = { chrome: 'Chromium', firefox: 'Firefox' };

/**
 * Makes sure that there is a browser, and what else is needed: installs what is missing where root may, with apt-get.
 * @throws when the first browser isn't there in the end; the message says how to get one. Of all else that is missing it only tells.
 */
export function ensureInstalled(needs: Needs): void {
  const remedy = remedyFor(thisMachine(needs), needs);
  if (remedy.kind === 'install') {
    console.log(remedy.says);
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...remedy.packages);
  }
  const rest = remedy.kind === 'install' ? restFor(thisMachine(needs), needs) : remedy;
  if (rest.kind === 'stop') throw new Error(rest.says);
  if (rest.kind === 'skip') console.warn(rest.says);
}

/** What to do on a machine about what it doesn't have. */
export function remedyFor(machine: Machine, needs: Needs): Remedy {
  const packages = missingPackages(machine, needs);
  const canInstall = machine.platform === 'linux' && machine.isRoot && machine.exists(APT_GET);
  if (packages.length === 0 || !canInstall) return restFor(machine, needs);
  return {
    kind: 'install',
    packages,
    says: `Installing what is missing: apt-get install ${packages.join(' ')}`,
  };
}

/** What to do on a machine where nothing can be installed, or that was tried. */
export function restFor(machine: Machine, needs: Needs): Rest {
  const { browsers, platform, hasCommand, hasPythonModules } = machine;
  const [first, ...others] = needs.browsers;
  if (browsers[first] === null) return { kind: 'stop', says: noBrowser(first, platform) };
  const lacks = [
    ...others.filter((name) => browsers[name] === null).map((name) => NAMES[name]),
    ...lackingLanguages(machine, needs).map((language) => `the language ${language} of ${browsers.chrome}`),
    ...needs.commands.filter((name) => !hasCommand(name)),
    ...missingModules(hasPythonModules, needs).map((name) => `Python's ${name}`),
  ];
  if (lacks.length === 0) return { kind: 'nothing' };
  const debian = `(Debian: "sudo apt-get install ${missingPackages(machine, needs).join(' ')}")`;
  return { kind: 'skip', says: `The tests that need these are SKIPPED: ${lacks.join(', ')} ${debian}.` };
}

function missingPackages(machine: Machine, needs: Needs): readonly string[] {
  const { browsers, hasCommand, hasPythonModules } = machine;
  const missing = needs.browsers.filter((name) => browsers[name] === null);
  const hasLanguages = !missing.includes('chrome') && lackingLanguages(machine, needs).length === 0;
  return [
    ...missing.map((name) => PACKAGES[name]),
    ...(hasLanguages ? [] : ['chromium-l10n']),
    ...needs.commands.filter((name) => !hasCommand(name)),
    ...missingModules(hasPythonModules, needs).map((name) => `python3-${name}`),
  ];
}

/** Those of Chromium, where it is there and needed. */
function lackingLanguages({ browsers, exists }: Machine, needs: Needs): readonly string[] {
  const isNeeded = needs.browsers.includes('chrome');
  return isNeeded && browsers.chrome !== null
    ? missingLanguages(browsers.chrome, needs.languages, exists)
    : [];
}

function noBrowser(name: BrowserName, platform: NodeJS.Platform): string {
  switch (name) {
    case 'chrome':
      return `Neither Chromium nor Chrome was found. ${installHint(platform)}`;
    case 'firefox':
      return NO_FIREFOX;
  }
}

/** All or none: those of two Pythons don't help. */
function missingModules(
  hasPythonModules: Machine['hasPythonModules'],
  { pythonModules = [] }: Needs,
): readonly string[] {
  return hasPythonModules(pythonModules) ? [] : pythonModules;
}

/** Looks for what is needed alone: a wrong path that a variable names for another browser doesn't matter. */
function thisMachine({ browsers }: Needs): Machine {
  return {
    browsers: {
      chrome: browsers.includes('chrome') ? findChromium() : null,
      firefox: browsers.includes('firefox') ? findFirefox() : null,
    },
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    hasCommand,
    hasPythonModules: (names) => pythonWith(names) !== null,
  };
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(APT_GET, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
}
