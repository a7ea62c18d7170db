import { BUILDS } from '../walks/play.ts';
import { testWalks } from '../walks/test-walks.ts';
import { seedOf } from './seed.ts';

for (const build of BUILDS) testWalks(build, { seed: seedOf(), count: 50 });
