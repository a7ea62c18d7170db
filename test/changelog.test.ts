import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version as ofManifest } from '../manifest.json' with { type: 'json' };
import { version } from '../package.json' with { type: 'json' };

/** @see https://keepachangelog.com/en/1.1.0/#how */
const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');

test('the newest version is that of the extension', () => {
  const titles = [...changelog.matchAll(/^## (\S+)/gm)].map(([, title]) => title);
  expect(titles[0]).toBe('Unreleased');
  expect(titles[1]).toBe(version);
  expect(ofManifest).toBe(version);
});

test('each version says what kind of changes it lists', () => {
  const parts = changelog.split(/^## .+$/m).slice(1);
  for (const part of parts) {
    const kinds = [...part.matchAll(/^### (.+)$/gm)].map(([, kind]) => kind);
    expect(kinds.filter((kind) => !KINDS.includes(kind ?? ''))).toEqual([]);
    // No line stands before its kind.
    expect((part.split(/^### /m)[0] ?? '').includes('\n- ')).toBe(false);
  }
});
