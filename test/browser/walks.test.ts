import { BUILDS } from '../walks/play.ts';
import { testWalks } from '../walks/test-walks.ts';

for (const build of BUILDS) testWalks(build, { seed: 1_000, count: 5 });
