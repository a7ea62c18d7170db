import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import chrome from '../../manifest.json' with { type: 'json' };
import { BUILT_FOR_FIREFOX } from './extension.ts';

const manifest: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(join(BUILT_FOR_FIREFOX, 'manifest.json'), 'utf8'),
);

test('asks for these permissions and no other', () => {
  expect(manifest.permissions).toEqual([
    'storage',
    'alarms',
    'webRequest',
    'webNavigation',
    'declarativeNetRequestWithHostAccess',
  ]);
  expect(manifest.optional_permissions).toBeUndefined();
  expect(manifest.host_permissions).toEqual(chrome.host_permissions);
  expect(manifest.optional_host_permissions).toEqual(chrome.optional_host_permissions);
});

test('says who it is, the oldest Firefox that was compared with, and that it collects nothing', () => {
  expect(manifest.browser_specific_settings).toEqual({
    gecko: {
      id: 'preflight-inspector@preflight-inspector',
      strict_min_version: '153.0',
      data_collection_permissions: { required: ['none'] },
    },
  });
});

test('has an event page, which Firefox takes in place of a worker', () => {
  expect(manifest.background).toEqual({ scripts: [expect.stringMatching(/\.js$/)], type: 'module' });
});

test('has nothing that Firefox has no use for', () => {
  expect(manifest.storage).toBeUndefined();
  expect(manifest.minimum_chrome_version).toBeUndefined();
  expect(existsSync(join(BUILT_FOR_FIREFOX, chrome.storage.managed_schema))).toBe(false);
});

test('is the same as in Chrome otherwise', () => {
  for (const key of [
    'name',
    'version',
    'devtools_page',
    'action',
    'commands',
    'content_security_policy',
  ] as const) {
    expect(manifest[key], key).toEqual(chrome[key]);
  }
  expect(manifest.content_scripts).toBeUndefined();
  expect(manifest.web_accessible_resources).toBeUndefined();
  expect(manifest.externally_connectable).toBeUndefined();
});
