/** Prints what CHANGELOG.md says of a version: `npx tsx scripts/release-notes.ts 0.1.0`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOf } from './new-version.ts';

const [version = ''] = process.argv.slice(2);
console.log(changesOf(readFileSync(join(import.meta.dirname, '../CHANGELOG.md'), 'utf8'), version));
