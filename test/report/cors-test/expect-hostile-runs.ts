import { expect } from 'vitest';
import { CHROME } from '../../../src/cors/browser-profile.ts';
import { judge } from '../../../src/explain/judged-exchange.ts';
import { testedCall } from '../../../src/report/cors-test/tested-call.ts';
import type { CallServer } from './call-server.ts';
import { hostileCalls } from './hostile-calls.ts';
import type { Runnable } from './kinds.ts';
import { writtenTest } from './observed-call.ts';

/** What an environment may hold: it is a value, too. */
const SECRET = '$(touch pwned)`touch pwned`\'"; touch pwned #';

/** Expects that copied tests of hostile texts pass or fail as tests, ask what was asked, and run nothing else. */
export async function expectHostileRuns(
  server: CallServer,
  { kind, runMany }: Runnable,
  seed: number,
  count: number,
): Promise<void> {
  const calls = hostileCalls(server.origin, seed, count);
  server.answerBy(Object.fromEntries(calls.map(({ name, answering }) => [name, answering])));
  const before = server.requests.length;
  const tests = calls.map(({ name, exchange }) => ({ name, code: writtenTest(exchange, kind) }));
  const environment = { CORS_TEST_SEND: '1', CORS_TEST_AUTHORIZATION: SECRET };
  const { checks, leftBehind, output } = await runMany(tests, environment);
  expect(leftBehind).toEqual([]);
  expect([...checks.keys()].sort()).toEqual(calls.map(({ name }) => name).sort());
  for (const [name, all] of checks) {
    const right = calls.find((call) => call.name === name)?.right === true;
    expect({ name, results: all.map(({ result }) => result), output }).toMatchObject({
      name,
      // A client may refuse to read such an answer at all.
      results: right
        ? ['passed', 'passed', 'passed']
        : ['failed', 'failed', expect.stringMatching(/passed|failed/)],
    });
  }
  // Each text arrives as it is.
  const asked = new Set(
    server.requests.slice(before).map(({ headers }) => headers.get('access-control-request-headers')),
  );
  const methods = new Set(
    server.requests.slice(before).map(({ headers }) => headers.get('access-control-request-method')),
  );
  for (const { exchange } of calls) {
    const call = testedCall(judge(exchange, CHROME));
    expect(methods).toContain(call?.method);
    expect(asked).toContain(call?.preflight?.headerNames.join(','));
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what does something to a terminal
  if (kind === 'shell') expect(output).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f]/);
}
