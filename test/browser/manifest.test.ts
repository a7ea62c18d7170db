import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const LOOPBACK = ['*://localhost/*', '*://*.localhost/*', '*://127.0.0.1/*', '*://[::1]/*'];
/** The oldest Chrome that has all that is used. */
const NEEDED_CHROME = 133;

describe.each(['manifest.json', 'dist/chrome/manifest.json'])('%s', (path) => {
  const url = new URL(`../../${path}`, import.meta.url);
  const manifest: Record<string, unknown> = existsSync(url) ? JSON.parse(readFileSync(url, 'utf8')) : {};

  test('asks for access to this machine only', () => {
    expect(manifest.host_permissions).toEqual(LOOPBACK);
  });

  test('leaves all other hosts to be granted', () => {
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });

  test('asks for these permissions and no other', () => {
    expect(manifest.permissions).toEqual([
      'storage',
      'alarms',
      'webRequest',
      'webNavigation',
      'declarativeNetRequestWithHostAccess',
      'debugger',
    ]);
    expect(manifest.optional_permissions).toBeUndefined();
  });

  test('puts nothing into pages and opens nothing to them', () => {
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('lets its pages run, show and load nothing but their own; connect-src is for the preflight probe', () => {
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src http: https:; base-uri 'none'; form-action 'none'",
    });
  });

  test('names the oldest Chrome that it works in', () => {
    expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(NEEDED_CHROME);
  });
});
