import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS, Pair, playWalks } from '../walks/play.ts';
import { seedOf } from './seed.ts';

/** With each build. */
const COUNT = 50;

describe.each(BUILDS)('the build %s', (build) => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await Pair.start(build);
  });
  afterAll(() => pair.close());

  test(`on ${COUNT} walks of a tab an override reaches nobody but its page, and takes nothing from anybody`, {
    timeout: 60 * 60_000,
  }, async () => {
    const seed = seedOf();
    console.log(`walks from seed ${seed} on`);
    const { failures, compared, letThrough } = await playWalks(pair, seed, COUNT);
    console.log(`${compared} calls compared, ${letThrough} let through`);
    expect(failures.join('\n\n')).toBe('');
    expect(letThrough).toBeGreaterThan(COUNT);
  });
});
