import { afterAll, beforeAll, test } from 'vitest';
import { type CallServer, startCallServer } from './call-server.ts';
import { expectHostileRuns } from './expect-hostile-runs.ts';
import { RUNNABLE, SLOW_MS } from './kinds.ts';

/** A script starts several programs for each check. In test/soak each shell runs 200. */
const COUNTS = { node: 60, vitest: 6, pytest: 60, shell: 12 } as const;

let server: CallServer;
beforeAll(async () => {
  server = await startCallServer();
});
afterAll(() => server.close());

test.each(RUNNABLE.filter(({ missing }) => !missing))(
  'hostile texts pass or fail as tests of $name, and never run as code',
  (runnable) => expectHostileRuns(server, runnable, 1, COUNTS[runnable.kind]),
  SLOW_MS,
);
