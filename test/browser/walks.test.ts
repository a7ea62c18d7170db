import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS, Pair, playWalks } from '../walks/play.ts';

const SEED = 1_000;
/** With each build. */
const COUNT = 5;

describe.each(BUILDS)('the build %s', (build) => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await Pair.start(build);
  });
  afterAll(() => pair.close());

  test(`on ${COUNT} walks of a tab an override reaches nobody but its page, and takes nothing from anybody`, async () => {
    console.log(`walks from seed ${SEED} on`);
    const { failures, compared, letThrough } = await playWalks(pair, SEED, COUNT);
    expect(failures.join('\n\n')).toBe('');
    expect(compared).toBeGreaterThan(COUNT * 20);
    // One that gives nothing to anybody would be no override.
    expect(letThrough).toBeGreaterThan(COUNT);
  }, 300_000);
});
