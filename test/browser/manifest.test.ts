import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * Chrome's own keys with Alt and Shift.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:chrome/browser/ui/accelerator_table.cc
 */
const KEYS_OF_CHROME = [...'ABCINPTWXZ'];
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

  test('suggests keys that Chrome has no use for, and names each command', () => {
    const commands: Readonly<Record<string, { suggested_key: { default: string }; description?: string }>> =
      JSON.parse(JSON.stringify(manifest.commands));
    expect(Object.keys(commands)).toEqual(['_execute_action', 'copy-for-agent']);
    const keys = Object.values(commands).map(({ suggested_key }) => suggested_key.default);
    for (const key of keys) {
      expect(key).toMatch(/^Alt\+Shift\+[A-Z]$/);
      expect(KEYS_OF_CHROME).not.toContain(key.at(-1));
    }
    expect(new Set(keys).size).toBe(keys.length);
    expect(commands['copy-for-agent']?.description).toBe('__MSG_commandCopyAgent__');
  });

  test('names the oldest Chrome that it works in', () => {
    expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(NEEDED_CHROME);
  });
});
