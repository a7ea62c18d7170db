import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Build, Pair, playWalks } from './play.ts';

/** Tests walks with one build of the extension, from a seed on. */
export function testWalks(build: Build, { seed, count }: { seed: number; count: number }): void {
  describe(`the build ${build}`, () => {
    let pair: Pair;
    beforeAll(async () => {
      pair = await Pair.start(build);
    });
    afterAll(() => pair.close());

    test(`on ${count} walks of a tab an override reaches nobody but its page, and takes nothing from anybody`, {
      timeout: count * 60_000,
    }, async () => {
      console.log(`walks from seed ${seed} on`);
      const { failures, compared, letThrough } = await playWalks(pair, seed, count);
      console.log(`${compared} calls compared, ${letThrough} let through`);
      expect(failures.join('\n\n')).toBe('');
      expect(compared).toBeGreaterThan(count * 20);
      // One that gives nothing to anybody would be no override.
      expect(letThrough).toBeGreaterThan(count);
    });
  });
}
