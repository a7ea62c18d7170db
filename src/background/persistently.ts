/** The pause after the first failure, in ms; doubled with each one that follows, up to the longest. */
const PAUSE_MS = { first: 500, longest: 60_000 };

/**
 * Carries an effect out, and again after a pause for as long as it fails: whatever fails, the worker goes on.
 * @param what the effect does, in the words of the error that is logged, such as "take up what is stored"
 * @param tell hears the error when it fails first, and null once it has succeeded after that
 * @returns after the first try
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
