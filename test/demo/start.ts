/**
 * `npm start`: the extension on the gallery, in a browser of its own. With `--headless` it prints the diagnosis, saves
 * a picture of the panel and ends. `npm start -- <url>` opens that page instead; with `--headless` it prints each
 * blocked call until Ctrl+C; with `--once` those of the page's start, and exits with 1 if there are any.
 */
import { ensureInstalled } from '../support/ensure-installed.ts';
import { CleanUp } from './clean-up.ts';
import { startDemoPage } from './demo-page.ts';
import { diagnoseHeadless } from './headless.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';
import { watchPage } from './watch-page.ts';
import { showInWindow } from './windowed.ts';

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

/** @returns the exit code */
async function run({ url, headless, once }: StartOptions): Promise<number> {
  ensureInstalled({ languages: [], commands: [] });
  if (url !== null) {
    if (headless) return (await watchPage(url, once, cleanUp)) === 0 ? 0 : 1;
    await showInWindow(url, cleanUp);
    return 0;
  }
  const gallery = await startDemoPage(cleanUp);
  console.log(`The page: ${gallery}`);
  await (headless ? diagnoseHeadless(gallery, cleanUp) : showInWindow(gallery, cleanUp));
  return 0;
}

try {
  const options = readStartOptions(process.argv.slice(2));
  const end = await Promise.race([run(options), interrupted]);
  // Ctrl+C is how one ends what goes on until then; where something was to be found out, it means that nothing was.
  const isUnfinished = options.headless && (options.url === null || options.once);
  process.exitCode = end === 'interrupted' ? (isUnfinished ? 130 : 0) : end;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await cleanUp.run();
process.exit();
