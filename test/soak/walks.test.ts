import { describe } from 'vitest';
import { BUILDS } from '../walks/play.ts';
import { testWalks } from '../walks/test-walks.ts';
import { seedOf } from './seed.ts';

describe.each(BUILDS)('the build %s', (build) => {
  testWalks(build, { seed: seedOf(), count: 50 });
});
