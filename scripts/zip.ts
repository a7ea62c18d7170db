import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The first time that a zip can hold. */
const TIME = new Date(1980, 0, 1);

/**
 * Makes a zip of files. The same files give the same bytes: names are sorted, times fixed, and the deflate is a library's,
 * not the machine's.
 * @param folder where the files are
 * @param paths relative to it, with slashes; they are the names in the zip
 */
export function zipOf(folder: string, paths: readonly string[]): Uint8Array {
  const files: Zippable = {};
  for (const path of paths.toSorted()) {
    files[path] = [readFileSync(join(folder, path)), { mtime: TIME, level: 9 }];
  }
  return zipSync(files);
}
