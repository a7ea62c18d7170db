/**
 * `npm start`: the extension on the real case, in a browser of its own. With `--headless` it prints the
 * diagnosis, saves a picture of the panel and ends.
 */
import { ensureInstalled } from '../support/ensure-installed.ts';
import { CleanUp } from './clean-up.ts';
import { startDemoPage } from './demo-page.ts';
import { diagnoseHeadless } from './headless.ts';
import { showInWindow } from './windowed.ts';

const headless = process.argv.includes('--headless');
const cleanUp = new CleanUp();

/**
 * Resolves on Ctrl+C or when the process is asked to end; a second time ends it at once.
 * npm that is asked to end doesn't hand that on to its script, but leaves it an orphan.
 */
const interrupted = new Promise<'interrupted'>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => resolve('interrupted'));
  }
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && resolve('interrupted'), 500).unref();
});

async function run(): Promise<'done'> {
  ensureInstalled({ languages: [], commands: [] });
  const url = await startDemoPage(cleanUp);
  console.log(`The page: ${url}`);
  await (headless ? diagnoseHeadless(url, cleanUp) : showInWindow(url, cleanUp));
  return 'done';
}

try {
  const end = await Promise.race([run(), interrupted]);
  // Ctrl+C is how one ends the windowed demo; without a window it means that there is no diagnosis.
  process.exitCode = end === 'interrupted' && headless ? 130 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await cleanUp.run();
process.exit();
