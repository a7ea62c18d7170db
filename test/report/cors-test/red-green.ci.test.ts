import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestKind } from '../../../src/report/cors-test/test-kind.ts';
import { BROKEN_CALLS } from './broken-calls.ts';
import { type CallServer, startCallServer } from './call-server.ts';
import { RUNNABLE, SLOW_MS } from './kinds.ts';
import { observedCall, writtenTest } from './observed-call.ts';

let server: CallServer;
beforeAll(async () => {
  server = await startCallServer();
});
afterAll(() => server.close());

/** As a server answers that is broken, or mended. */
function answerAs(state: 'broken' | 'mended'): void {
  server.answerBy(
    Object.fromEntries(Object.entries(BROKEN_CALLS).map(([name, call]) => [name, call[state]])),
  );
}

/** Tests that were copied while the server was broken. */
function copied(kind: TestKind) {
  return Object.entries(BROKEN_CALLS).map(([name, { call, broken }]) => {
    const exchange = observedCall(`${server.origin}/${name}/items?page=2`, call, broken);
    return { name, code: writtenTest(exchange, kind), hasPreflight: exchange.hops[0].preflight !== null };
  });
}

describe.each(RUNNABLE)('tests for $name', { timeout: SLOW_MS }, ({ kind, run, runMany, missing }) => {
  test.skipIf(missing)('are red at the one check as long as the server is broken, then green', async () => {
    const tests = copied(kind);
    answerAs('broken');
    const red = await run(tests, { CORS_TEST_SEND: '1', CORS_TEST_COOKIE: 'session=1' });
    for (const [name, call] of Object.entries(BROKEN_CALLS)) {
      const failed = (red.checks.get(name) ?? []).filter(({ result }) => result !== 'passed');
      expect({ name, failed, output: red.output }).toMatchObject({
        name,
        failed: [{ check: call.red, result: 'failed' }],
      });
    }
    expect(red.succeeded).toBe(false);
    answerAs('mended');
    const green = await run(tests, { CORS_TEST_SEND: '1', CORS_TEST_COOKIE: 'session=1' });
    for (const { name, hasPreflight } of tests) {
      const checks = green.checks.get(name) ?? [];
      expect({
        name,
        failed: checks.filter(({ result }) => result !== 'passed'),
        output: green.output,
      }).toMatchObject({
        name,
        failed: [],
      });
      expect(checks).toHaveLength(hasPreflight ? 3 : 2);
    }
    expect(green.succeeded).toBe(true);
    expect([...red.leftBehind, ...green.leftBehind]).toEqual([]);
  });

  // A test for Vitest is the one for node:test, but for a line, and Vitest takes its time to start.
  const isKnown = missing || kind === 'vitest';

  test.skipIf(isKnown)('send nothing that may change something unless they are told to', async () => {
    answerAs('mended');
    const before = server.requests.length;
    const { checks, succeeded } = await runMany(copied(kind));
    const methods = server.requests.slice(before).map(({ method }) => method);
    expect([...new Set(methods)].sort()).toEqual(['GET', 'OPTIONS']);
    const skipped = [...checks.values()].flat().filter(({ result }) => result === 'skipped');
    expect(skipped).toHaveLength(3);
    expect(succeeded).toBe(true);
  });

  test.skipIf(isKnown)('fail where nobody answers', async () => {
    const call = BROKEN_CALLS.headerNotAllowed;
    if (call === undefined) throw new Error('There is no such call.');
    const exchange = observedCall('http://127.0.0.1:9/items', call.call, call.broken);
    const { checks, succeeded } = await run([{ name: 'nobody', code: writtenTest(exchange, kind) }]);
    expect(checks.get('nobody')?.map(({ result }) => result)).toEqual(['failed', 'skipped', 'failed']);
    expect(succeeded).toBe(false);
  });
});
