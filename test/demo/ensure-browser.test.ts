import { describe, expect, test } from 'vitest';
import { afterInstalling, type Machine, remedyFor } from './ensure-browser.ts';

const LANGUAGES = ['zh-CN', 'fr'];
const LOCALES = '/usr/lib/chromium/locales';
const CHROMIUM = '/usr/bin/chromium';
const NO_LANGUAGES = [LOCALES, `${LOCALES}/en-US.pak`];
const ALL_LANGUAGES = [...NO_LANGUAGES, `${LOCALES}/zh-CN.pak`, `${LOCALES}/fr.pak`];

/** Debian as root, unless said otherwise. */
function machine(
  browser: string | null,
  files: readonly string[],
  others: Partial<Pick<Machine, 'platform' | 'isRoot'>> = {},
): Machine {
  const all = ['/usr/bin/apt-get', ...files];
  return { browser, platform: 'linux', isRoot: true, exists: (path) => all.includes(path), ...others };
}

describe('root on Debian', () => {
  test('gets a browser and its languages where there is no browser', () => {
    for (const languages of [[], LANGUAGES]) {
      expect(remedyFor(machine(null, []), languages)).toEqual({
        kind: 'install',
        packages: ['chromium', 'chromium-l10n'],
        says: 'There is no Chromium or Chrome. Installing with apt-get: chromium, chromium-l10n …',
      });
    }
  });

  test('gets the languages where they alone are missing', () => {
    expect(remedyFor(machine(CHROMIUM, NO_LANGUAGES), LANGUAGES)).toEqual({
      kind: 'install',
      packages: ['chromium-l10n'],
      says: '/usr/bin/chromium lacks languages that tests need. Installing with apt-get: chromium-l10n …',
    });
  });

  test('gets nothing where everything is there, or where the demo needs no languages', () => {
    expect(remedyFor(machine(CHROMIUM, ALL_LANGUAGES), LANGUAGES)).toEqual({ kind: 'nothing' });
    expect(remedyFor(machine(CHROMIUM, NO_LANGUAGES), [])).toEqual({ kind: 'nothing' });
  });

  test('is told what to install when apt-get failed', () => {
    expect(afterInstalling(machine(null, []), LANGUAGES)).toMatchObject({
      kind: 'stop',
      says: expect.stringContaining('apt-get install chromium chromium-l10n'),
    });
    expect(afterInstalling(machine(CHROMIUM, NO_LANGUAGES), LANGUAGES)).toMatchObject({ kind: 'skip' });
  });
});

describe('who may not install', () => {
  test('is told how to get a browser, and nothing goes on without', () => {
    expect(remedyFor(machine(null, [], { isRoot: false }), LANGUAGES)).toEqual({
      kind: 'stop',
      says: 'Neither Chromium nor Chrome was found. Install it (Debian: "sudo apt-get install chromium chromium-l10n"; Ubuntu: https://www.google.com/chrome/), or set CHROME_PATH to where it is.',
    });
  });

  test('is told which languages are missing, that their tests are skipped, and the package', () => {
    const lacksFrench = [...NO_LANGUAGES, `${LOCALES}/zh-CN.pak`];
    expect(remedyFor(machine(CHROMIUM, lacksFrench, { isRoot: false }), LANGUAGES)).toEqual({
      kind: 'skip',
      says: "/usr/bin/chromium doesn't have fr: the tests in these languages are SKIPPED. To run them: sudo apt-get install chromium-l10n",
    });
  });
});

test('root without apt-get is told how to get a browser', () => {
  const remedy = remedyFor({ ...machine(null, []), exists: () => false }, LANGUAGES);
  expect(remedy).toMatchObject({ kind: 'stop', says: expect.stringContaining('CHROME_PATH') });
});

test.each([
  ['darwin', 'brew install --cask google-chrome'],
  ['win32', 'https://www.google.com/chrome/'],
] as const)('on %s one is told how to get a browser there', (platform, hint) => {
  expect(remedyFor(machine(null, [], { platform }), LANGUAGES)).toMatchObject({
    kind: 'stop',
    says: expect.stringContaining(hint),
  });
});

test.each(['/usr/bin/google-chrome', '/home/me/chrome/chrome', '/snap/bin/chromium'])(
  '%s has its languages, whatever Debian has beside it',
  (browser) => {
    expect(remedyFor(machine(browser, NO_LANGUAGES), LANGUAGES)).toEqual({ kind: 'nothing' });
  },
);

test('a Chromium whose languages are elsewhere is taken to have them', () => {
  expect(remedyFor(machine(CHROMIUM, []), LANGUAGES)).toEqual({ kind: 'nothing' });
});
