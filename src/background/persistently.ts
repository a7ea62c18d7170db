/** The pause after the first failure. It doubles with each further failure, up to the longest. */
const PAUSE_MS = { first: 500, longest: 60_000 };

/**
 * Runs an effect, and retries it after a pause for as long as it fails, so that the worker goes on whatever fails.
 * @param what the effect does, in the words of the error that is logged, such as "take up what is stored"
 * @param tell gets the error of the first failure, and null once the effect has succeeded after it
 * @returns after the first attempt
 */
export async function persistently(
  what: string,
  effect: () => Promise<void>,
  tell: (what: string, error: unknown) => void,
): Promise<void> {
  let pause = 0;
  const attempt = async () => {
    try {
      await effect();
      if (pause > 0) tell(what, null);
    } catch (error) {
      if (pause === 0) {
        console.error(`The extension could not ${what}; it is tried again.`, error);
        tell(what, error);
      }
      pause = pause === 0 ? PAUSE_MS.first : Math.min(2 * pause, PAUSE_MS.longest);
      setTimeout(attempt, pause);
    }
  };
  await attempt();
}
