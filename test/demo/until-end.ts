import type { CleanUp } from './clean-up.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';

/**
 * Runs until `run` is over, or until Ctrl+C, cleans up, and ends the process with the exit code. What goes wrong is
 * said in a sentence.
 * @param run returns the exit code
 */
export async function untilEnd(
  cleanUp: CleanUp,
  run: (options: StartOptions) => Promise<number>,
): Promise<never> {
  const interrupted = untilInterrupted();
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
}

/**
 * Resolves on Ctrl+C or when the process is asked to end; a second time ends it at once.
 * npm that is asked to end doesn't hand that on to its script, but leaves it an orphan.
 */
function untilInterrupted(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve('interrupted'));
    }
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve('interrupted'), 500).unref();
  });
}
