/**
 * What `npm version <version>` runs between changing package.json and making the tag: manifest.json gets the same
 * version, and CHANGELOG.md a heading for it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releasedChangelog, versionedManifest } from './new-version.ts';

const ROOT = join(import.meta.dirname, '..');
const version = process.env.npm_package_version;
if (version === undefined) throw new Error('Run it by npm: npm version <version>');

change('manifest.json', (text) => versionedManifest(text, version));
change('CHANGELOG.md', (text) => releasedChangelog(text, version, new Date().toISOString().slice(0, 10)));

function change(name: string, to: (text: string) => string): void {
  const file = join(ROOT, name);
  writeFileSync(file, to(readFileSync(file, 'utf8')));
}
