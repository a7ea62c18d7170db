/**
 * `npm run package`: one zip of each build, ready for the stores, and one of the sources, for those who review the build
 * for Firefox. `store/BUILDING.md` tells them what to do with it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { version } from './package.json' with { type: 'json' };
import { sourceFiles } from './scripts/source-files.ts';
import { zipOf } from './scripts/zip.ts';

for (const build of ['chrome', 'chrome-no-debugger', 'firefox']) {
  const folder = join('dist', build);
  write(build, folder, builtFiles(folder));
}
write('sources', '.', sourceFiles('.'));

function builtFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function write(name: string, folder: string, paths: readonly string[]): void {
  const zip = zipOf(folder, paths);
  const file = join('dist', `preflight-inspector-${version}-${name}.zip`);
  writeFileSync(file, zip);
  const digest = createHash('sha256').update(zip).digest('hex');
  console.log(`${file}  ${paths.length} files, ${zip.length} bytes, SHA-256 ${digest}`);
}
