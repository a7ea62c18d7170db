import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CallServer, startCallServer } from '../report/cors-test/call-server.ts';
import { expectAgreement } from '../report/cors-test/expect-agreement.ts';
import { expectHostileRuns } from '../report/cors-test/expect-hostile-runs.ts';
import { generatedCalls } from '../report/cors-test/generated-calls.ts';
import { hostileCalls } from '../report/cors-test/hostile-calls.ts';
import { RUNNABLE } from '../report/cors-test/kinds.ts';
import { oddInMarkdown, oddInNodeTests, oddInPytests } from '../report/cors-test/odd-in-texts.ts';
import { testPython } from '../report/cors-test/test-python.ts';
import { seedOf } from './seed.ts';

const GENERATED = 1_000;
const HOSTILE = 200;
/** A script starts several programs for each check; Vitest reads each file by itself. */
const TIME_MS = 1_200_000;

const seed = seedOf();
console.log(`seed ${seed}`);

let server: CallServer;
beforeAll(async () => {
  server = await startCallServer();
});
afterAll(() => server.close());

describe.each(RUNNABLE.filter(({ missing }) => !missing))(
  'copied tests for $name',
  { timeout: TIME_MS },
  (runnable) => {
    test(`judge ${GENERATED} answers as the checks of the standard do`, () =>
      expectAgreement(server, runnable, seed, GENERATED));

    test(`of ${HOSTILE} hostile texts pass or fail as tests, and never run as code`, () =>
      expectHostileRuns(server, runnable, seed, HOSTILE));
  },
);

test('what is copied holds no markup and no code but ours', { timeout: TIME_MS }, () => {
  const calls = [
    ...generatedCalls(server.origin, seed, GENERATED),
    ...hostileCalls(server.origin, seed, HOSTILE),
  ];
  const exchanges = calls.map(({ exchange }) => exchange);
  expect(oddInMarkdown(exchanges)).toEqual([]);
  expect(oddInNodeTests(exchanges)).toEqual([]);
  const python = testPython();
  if (python !== null) expect(oddInPytests(python, exchanges)).toEqual([]);
});
