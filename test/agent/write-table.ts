/** `npm run agents`: measures anew what agents are told of four calls, and writes the table of docs/agents.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDemoPage } from '../demo/build-page.ts';
import { CleanUp } from '../demo/clean-up.ts';
import { runAgentCases } from './agent-cases.ts';
import { factsTable, TABLE_PLACE } from './facts-table.ts';

const DOCUMENT = join(import.meta.dirname, '../../docs/agents.md');

const cleanUp = new CleanUp();
try {
  const { cases } = await runAgentCases(await buildDemoPage(), cleanUp);
  const text = readFileSync(DOCUMENT, 'utf8');
  if (!TABLE_PLACE.test(text)) throw new Error('docs/agents.md has no place for the table.');
  writeFileSync(
    DOCUMENT,
    text.replace(TABLE_PLACE, () => factsTable(cases)),
  );
} finally {
  await cleanUp.run();
}
process.exit();
