/**
 * `npm run docs` writes the documents that list what the code knows (causes, stacks, client libraries) and the drawing
 * of the READMEs. With `--check` it writes nothing, and fails where a document is stale, naming it.
 */
import { causesDocument } from './docs/causes.ts';
import { clientsDocument } from './docs/clients.ts';
import { drawings } from './docs/drawing.ts';
import { stacksDocument } from './docs/stacks.ts';
import { keepFiles } from './written-files.ts';

const problems = keepFiles(
  {
    'docs/causes.md': causesDocument(),
    'docs/clients.md': clientsDocument(),
    'docs/stacks.md': stacksDocument(),
    ...drawings(),
  },
  { command: 'npm run docs', isCheck: process.argv.includes('--check') },
);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
