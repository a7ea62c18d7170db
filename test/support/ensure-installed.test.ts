import { describe, expect, test } from 'vitest';
import { type Machine, type Needs, remedyFor, restFor } from './ensure-installed.ts';

const DEMO: Needs = { browsers: ['chrome'], languages: [], commands: [] };
const TESTS: Needs = { browsers: ['chrome'], languages: ['zh-CN', 'fr'], commands: ['bash', 'curl'] };
const FIREFOX_DEMO: Needs = { browsers: ['firefox'], languages: [], commands: [] };
const BOTH: Needs = { ...DEMO, browsers: ['chrome', 'firefox'] };
const PYTESTS: Needs = { ...DEMO, pythonModules: ['pytest', 'httpx'] };
const LOCALES = '/usr/lib/chromium/locales';
const CHROMIUM = '/usr/bin/chromium';
const ENGLISH = [LOCALES, `${LOCALES}/en-US.pak`];
const ALL_LANGUAGES = [...ENGLISH, `${LOCALES}/zh-CN.pak`, `${LOCALES}/fr.pak`];

/** Root's on Debian, with bash and curl and without Firefox, unless said otherwise. */
function machine(
  chrome: string | null,
  files: readonly string[],
  others: Partial<Pick<Machine, 'platform' | 'isRoot' | 'hasPythonModules'>> & {
    readonly commands?: readonly string[];
    readonly firefox?: string;
  } = {},
): Machine {
  const { platform = 'linux', isRoot = true, commands = ['bash', 'curl'], firefox = null } = others;
  const { hasPythonModules = () => true } = others;
  const all = ['/usr/bin/apt-get', ...files];
  return {
    browsers: { chrome, firefox },
    platform,
    isRoot,
    exists: (path) => all.includes(path),
    hasCommand: (name) => commands.includes(name),
    hasPythonModules,
  };
}

describe('root on Debian', () => {
  test('gets a browser, its languages and curl for the tests where there is none of them', () => {
    expect(remedyFor(machine(null, [], { commands: ['bash'] }), TESTS)).toEqual({
      kind: 'install',
      packages: ['chromium', 'chromium-l10n', 'curl'],
      says: 'Installing what is missing: apt-get install chromium chromium-l10n curl',
    });
  });

  test('gets a browser with its languages for the demo, and so has them for the tests', () => {
    expect(remedyFor(machine(null, [], { commands: [] }), DEMO)).toMatchObject({
      kind: 'install',
      packages: ['chromium', 'chromium-l10n'],
    });
  });

  test('gets the languages alone, or curl alone, where nothing else is missing', () => {
    expect(remedyFor(machine(CHROMIUM, ENGLISH), TESTS)).toMatchObject({
      kind: 'install',
      packages: ['chromium-l10n'],
    });
    expect(remedyFor(machine(CHROMIUM, ALL_LANGUAGES, { commands: ['bash'] }), TESTS)).toMatchObject({
      kind: 'install',
      packages: ['curl'],
    });
  });

  test('gets nothing where everything is there that is needed', () => {
    expect(remedyFor(machine(CHROMIUM, ALL_LANGUAGES), TESTS)).toEqual({ kind: 'nothing' });
    expect(remedyFor(machine(CHROMIUM, ENGLISH, { commands: [] }), DEMO)).toEqual({ kind: 'nothing' });
  });

  test("gets all modules for Python where one of them isn't there", () => {
    expect(
      remedyFor(machine(CHROMIUM, ALL_LANGUAGES, { hasPythonModules: () => false }), PYTESTS),
    ).toMatchObject({ kind: 'install', packages: ['python3-pytest', 'python3-httpx'] });
    expect(remedyFor(machine(CHROMIUM, ALL_LANGUAGES), PYTESTS)).toEqual({ kind: 'nothing' });
  });

  test('is told what to install when apt-get has failed', () => {
    expect(restFor(machine(null, []), TESTS)).toMatchObject({
      kind: 'stop',
      says: expect.stringContaining('apt-get install chromium chromium-l10n'),
    });
    expect(restFor(machine(CHROMIUM, ENGLISH), TESTS)).toMatchObject({ kind: 'skip' });
  });
});

describe('who may not install', () => {
  test('is told how to get a browser, and nothing goes on without', () => {
    expect(remedyFor(machine(null, [], { isRoot: false }), TESTS)).toEqual({
      kind: 'stop',
      says: 'Neither Chromium nor Chrome was found. Install it (Debian: "sudo apt-get install chromium chromium-l10n"; Ubuntu: https://www.google.com/chrome/), or set CHROME_PATH to where it is.',
    });
  });

  test('is told which tests are skipped for want of what, and the packages', () => {
    const lacksFrench = [...ENGLISH, `${LOCALES}/zh-CN.pak`];
    expect(remedyFor(machine(CHROMIUM, lacksFrench, { isRoot: false, commands: ['bash'] }), TESTS)).toEqual({
      kind: 'skip',
      says: 'The tests that need these are SKIPPED: the language fr of /usr/bin/chromium, curl (Debian: "sudo apt-get install chromium-l10n curl").',
    });
  });
});

test('who may not install is told which modules for Python are missing', () => {
  const lacks = { isRoot: false, hasPythonModules: () => false };
  expect(remedyFor(machine(CHROMIUM, ALL_LANGUAGES, lacks), PYTESTS)).toEqual({
    kind: 'skip',
    says: `The tests that need these are SKIPPED: Python's pytest, Python's httpx (Debian: "sudo apt-get install python3-pytest python3-httpx").`,
  });
});

describe('Firefox', () => {
  const FIREFOX = '/usr/bin/firefox-esr';

  test('is installed beside Chromium where it is wanted', () => {
    expect(remedyFor(machine(CHROMIUM, ALL_LANGUAGES), BOTH)).toMatchObject({
      kind: 'install',
      packages: ['firefox-esr'],
    });
    expect(remedyFor(machine(CHROMIUM, ALL_LANGUAGES, { firefox: FIREFOX }), BOTH)).toEqual({
      kind: 'nothing',
    });
  });

  test('is done without where Chromium comes first, and what needs it is skipped', () => {
    expect(remedyFor(machine(CHROMIUM, ALL_LANGUAGES, { isRoot: false }), BOTH)).toEqual({
      kind: 'skip',
      says: 'The tests that need these are SKIPPED: Firefox (Debian: "sudo apt-get install firefox-esr").',
    });
  });

  test('is all that its own demo needs', () => {
    expect(remedyFor(machine(null, [], { firefox: FIREFOX }), FIREFOX_DEMO)).toEqual({ kind: 'nothing' });
    expect(remedyFor(machine(null, []), FIREFOX_DEMO)).toMatchObject({ packages: ['firefox-esr'] });
    expect(remedyFor(machine(CHROMIUM, [], { isRoot: false }), FIREFOX_DEMO)).toEqual({
      kind: 'stop',
      says: expect.stringContaining('apt-get install firefox-esr'),
    });
  });
});

test('root without apt-get is told how to get a browser', () => {
  const remedy = remedyFor({ ...machine(null, []), exists: () => false }, TESTS);
  expect(remedy).toMatchObject({ kind: 'stop', says: expect.stringContaining('CHROME_PATH') });
});

test.each([
  ['darwin', 'brew install --cask google-chrome'],
  ['win32', 'https://www.google.com/chrome/'],
] as const)('on %s one is told how to get a browser there', (platform, hint) => {
  expect(remedyFor(machine(null, [], { platform }), TESTS)).toMatchObject({
    kind: 'stop',
    says: expect.stringContaining(hint),
  });
});

test.each(['/usr/bin/google-chrome', '/home/me/chrome/chrome', '/snap/bin/chromium'])(
  '%s has its languages, whatever Debian has beside it',
  (browser) => {
    expect(remedyFor(machine(browser, ENGLISH), TESTS)).toEqual({ kind: 'nothing' });
  },
);

test('a Chromium whose languages are elsewhere is taken to have them', () => {
  expect(remedyFor(machine(CHROMIUM, []), TESTS)).toEqual({ kind: 'nothing' });
});
