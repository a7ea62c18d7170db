import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changesOf, releasedChangelog, versionedManifest } from '../../scripts/new-version.ts';

const CHANGELOG =
  '# Changelog\n\n## Unreleased\n\n### Fixed\n\n- A fault.\n\n## 0.1.0 - 2026-11-29\n\n- All.\n';

test('what is unreleased gets the number and the date of the version', () => {
  expect(releasedChangelog(CHANGELOG, '0.2.0', '2026-12-24')).toBe(
    CHANGELOG.replace('## Unreleased\n', '## Unreleased\n\n## 0.2.0 - 2026-12-24\n'),
  );
});

test('a version without changes is none', () => {
  const released = releasedChangelog(CHANGELOG, '0.2.0', '2026-12-24');
  expect(() => releasedChangelog(released, '0.3.0', '2026-12-31')).toThrow('has nothing under');
  expect(() => releasedChangelog('# Changelog\n', '0.3.0', '2026-12-31')).toThrow('has nothing under');
});

test('what a changelog says of a version is found by its number', () => {
  expect(changesOf(CHANGELOG, '0.1.0')).toBe('- All.');
  expect(() => changesOf(CHANGELOG, '0.1')).toThrow('says nothing of version 0.1.');
});

test('the manifest gets the version, and nothing else of it changes', () => {
  const manifest = readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8');
  const changed = versionedManifest(manifest, '7.8.9');
  expect(JSON.parse(changed)).toEqual({ ...JSON.parse(manifest), version: '7.8.9' });
  expect(changed.split('\n')).toHaveLength(manifest.split('\n').length);
});

test.each(['1.0.0-beta.1', 'v1', ''])('Chrome takes no version %j', (version) => {
  expect(() => versionedManifest('{\n  "version": "0.1.0"\n}', version)).toThrow('Chrome takes no version');
});
