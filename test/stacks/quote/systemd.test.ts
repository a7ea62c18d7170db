import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemdAssignment } from '../../../src/stacks/quote/systemd.ts';

const SYSTEMD = '/lib/systemd/systemd';
const VALUES = [
  'http://localhost:5174,https://app.example',
  'http://a"b.test',
  "http://a'b`c.test",
  ['http://a$b$', '{HOME}$HOME.test'].join(''),
  'a%b%%c%h',
  'a\\b\\\\"c\\n',
];

const missing = process.getuid?.() !== 0 || !existsSync(SYSTEMD) || readBySystemd('A=a') === undefined;
if (missing)
  console.log(`No unit is read by systemd: ${SYSTEMD} isn't here or can't start, or this isn't root.`);

/**
 * What systemd takes the variable A for, by what it prints of a unit that it only reads; undefined where it can't start,
 * as in a container without control groups.
 */
function readBySystemd(assignment: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-inspector-'));
  try {
    chmodSync(folder, 0o777);
    writeFileSync(join(folder, 'a.service'), `[Service]\nExecStart=/bin/true\nEnvironment=${assignment}\n`);
    // Only a user's own systemd can be tried without starting anything.
    const printed = execFileSync(SYSTEMD, ['--test', '--user', '--unit=a.service', '--no-pager'], {
      uid: 65_534,
      gid: 65_534,
      env: { HOME: folder, XDG_RUNTIME_DIR: folder, SYSTEMD_UNIT_PATH: `${folder}:` },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /^\s*Environment: A=(.*)$/m.exec(printed)?.[1];
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(missing).each(VALUES)('systemd reads %s as it was', (value) => {
  expect(readBySystemd(systemdAssignment('A', value))).toBe(value);
});

test('quotes, backslashes and percent signs are escaped, dollar signs mean nothing', () => {
  expect(systemdAssignment('A', 'a"b\\c%d$e')).toBe('"A=a\\"b\\\\c%%d$e"');
});
