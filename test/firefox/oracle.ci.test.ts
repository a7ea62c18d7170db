import { expect, test } from 'vitest';
import { startFirefox } from '../oracle/firefox.ts';
import { runOracle } from '../oracle/oracle-run.ts';
import { findFirefox, NO_FIREFOX } from './find-firefox.ts';

const COUNT = 150;
/** A busy machine needs more than a minute. */
const TIMEOUT = 180_000;
const missing = findFirefox() === null;
if (missing) console.log(`The comparison with Firefox is skipped. ${NO_FIREFOX}`);

test.skipIf(missing)('verdicts agree with Firefox on generated calls', { timeout: TIMEOUT }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`${COUNT} calls, seed ${seed}`);
  const { wrong, refused } = await runOracle(startFirefox, seed, COUNT);
  expect(wrong).toEqual([]);
  // Firefox blocks four of five.
  expect(refused).toBeGreaterThan(COUNT / 2);
});
