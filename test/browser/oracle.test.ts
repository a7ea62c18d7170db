import { expect, test } from 'vitest';
import { startChromium } from '../oracle/chromium.ts';
import { runOracle } from '../oracle/oracle-run.ts';

const COUNT = 200;

test('the report agrees with Chrome on generated calls', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`${COUNT} calls, seed ${seed}`);
  const { wrong } = await runOracle(startChromium, seed, COUNT);
  expect(wrong).toEqual([]);
});
