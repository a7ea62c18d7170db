/**
 * `npm run registries` writes the lists of what stands in a file or a folder of its own, so that nobody has to keep
 * them. With `--check` it writes nothing, and fails where a list is stale or a file is missing, naming it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientRegistries } from './client-registries.ts';
import { missingFiles, stackRegistries } from './stack-registries.ts';

const ROOT = join(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');

const problems = [...missingFiles()];
if (problems.length === 0) {
  const texts = { ...(await stackRegistries()), ...clientRegistries() };
  for (const [path, text] of Object.entries(texts)) update(path, text);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

function update(path: string, text: string): void {
  const file = join(ROOT, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (isCheck) {
    problems.push(`${path} is stale: npm run registries`);
    return;
  }
  writeFileSync(file, text);
  console.log(`${path} is written.`);
}
