import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium();
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** What Chrome tells people before they install a build. */
async function warningsOf(build: string): Promise<readonly string[]> {
  const extension = await chromium.openExtensionPage();
  const manifest = read(`dist/${build}/manifest.json`);
  return await extension.evaluate(
    (text) => chrome.management.getPermissionWarningsByManifest(text),
    manifest,
  );
}

test.each(['docs/permissions-and-privacy.md', 'PRIVACY.md'])(
  '%s quotes what Chrome says of the extension',
  async (path) => {
    const warnings = await warningsOf('chrome');
    expect(warnings).toHaveLength(2);
    const text = read(path);
    for (const warning of warnings) expect(text).toContain(`*${warning}*`);
  },
);

test('the build without the debugger says nothing of it, and can do all else', async () => {
  const [whole, without] = [await warningsOf('chrome'), await warningsOf('chrome-no-debugger')];
  expect(whole.filter((warning) => !without.includes(warning))).toEqual(['Access the page debugger backend']);
  const [one, other] = ['chrome', 'chrome-no-debugger'].map((build) =>
    JSON.parse(read(`dist/${build}/manifest.json`)),
  );
  expect({ ...other, permissions: [...other.permissions, 'debugger'] }).toEqual(one);
});
