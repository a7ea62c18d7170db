import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** How written files are kept up to date. */
interface Keeping {
  /** The command that writes the files. */
  readonly command: string;
  /** Whether files are only compared. */
  readonly isCheck: boolean;
}

/**
 * Writes the files whose text isn't the wanted one, and says so on standard output.
 * @param texts the wanted texts, by path from the root of the repository
 * @returns with `isCheck`, one sentence for each stale file
 */
export function keepFiles(
  texts: Readonly<Record<string, string>>,
  { command, isCheck }: Keeping,
): readonly string[] {
  const stale = Object.entries(texts).filter(([path, text]) => !isUpToDate(join(ROOT, path), text));
  if (isCheck) return stale.map(([path]) => `${path} is stale: ${command}`);
  for (const [path, text] of stale) {
    writeFileSync(join(ROOT, path), text);
    console.log(`${path} is written.`);
  }
  return [];
}

function isUpToDate(file: string, text: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}
