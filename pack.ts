/**
 * `npm run package`: one zip of each build, ready for the store. The same sources give the same bytes: names are sorted,
 * times fixed, and the deflate is a library's, not the machine's.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { version } from './package.json' with { type: 'json' };

/** The first time that a zip can hold. */
const TIME = new Date(1980, 0, 1);

for (const build of ['chrome', 'chrome-no-debugger']) {
  const folder = join('dist', build);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const files: Zippable = {};
  for (const path of paths) files[path] = [readFileSync(join(folder, path)), { mtime: TIME, level: 9 }];
  const zip = zipSync(files);
  const file = join('dist', `preflight-inspector-${version}-${build}.zip`);
  writeFileSync(file, zip);
  const digest = createHash('sha256').update(zip).digest('hex');
  console.log(`${file}  ${paths.length} files, ${zip.length} bytes, SHA-256 ${digest}`);
}
