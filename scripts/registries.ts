/**
 * `npm run registries` writes the lists of what stands in a file or a folder of its own, so that nobody has to keep
 * them. With `--check` it writes nothing, and fails where a list is stale or a file is missing, naming it.
 */
import { clientRegistries } from './client-registries.ts';
import { missingFiles, stackRegistries } from './stack-registries.ts';
import { keepFiles } from './written-files.ts';

const isCheck = process.argv.includes('--check');

const problems = [...missingFiles()];
if (problems.length === 0) {
  const texts = { ...(await stackRegistries()), ...clientRegistries() };
  problems.push(...keepFiles(texts, { command: 'npm run registries', isCheck }));
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
