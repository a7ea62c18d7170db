import { afterAll, beforeAll, test } from 'vitest';
import { type CallServer, startCallServer } from './call-server.ts';
import { expectAgreement } from './expect-agreement.ts';
import { RUNNABLE, SLOW_MS } from './kinds.ts';

/** A script starts several programs for each check. test/soak has 1,000. */
const COUNTS = { node: 60, vitest: 6, pytest: 30, shell: 8 } as const;

let server: CallServer;
beforeAll(async () => {
  server = await startCallServer();
});
afterAll(() => server.close());

test.each(RUNNABLE.filter(({ missing }) => !missing))(
  '$name judges answers as the checks of the standard do',
  (runnable) => expectAgreement(server, runnable, 1, COUNTS[runnable.kind]),
  SLOW_MS,
);
