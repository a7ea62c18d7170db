import { expect } from 'vitest';
import { type BrowserProfile, CHROME } from '../../../src/cors/browser-profile.ts';
import { corsCheck } from '../../../src/cors/cors-check.ts';
import type { Finding } from '../../../src/cors/failure.ts';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { preflightCheck } from '../../../src/cors/preflight-check.ts';
import { judge } from '../../../src/explain/judged-exchange.ts';
import { FOREIGN_ORIGIN } from '../../../src/report/cors-test/foreign-origin.ts';
import { type TestedCall, testedCall } from '../../../src/report/cors-test/tested-call.ts';
import { parseRequest } from '../../servers/raw-request.ts';
import { CALL, FOREIGN, PREFLIGHT } from './broken-calls.ts';
import type { CallServer } from './call-server.ts';
import { type GeneratedCall, generatedCalls } from './generated-calls.ts';
import type { Runnable } from './kinds.ts';
import { writtenTest } from './observed-call.ts';

/** The standard's own: what a test goes by, since it has to hold in every browser. */
const STANDARD: BrowserProfile = {
  ...CHROME,
  wildcardCoversAuthorization: false,
};

/** Expects that copied tests say of generated answers what the checks of the standard say. */
export async function expectAgreement(
  server: CallServer,
  { kind, runMany }: Runnable,
  seed: number,
  count: number,
): Promise<void> {
  const calls = generatedCalls(server.origin, seed, count);
  server.answerBy(Object.fromEntries(calls.map(({ name, answering }) => [name, answering])));
  const tests = calls.map(({ name, exchange }) => ({ name, code: writtenTest(exchange, kind) }));
  const { checks, output } = await runMany(tests, { CORS_TEST_SEND: '1', CORS_TEST_COOKIE: 'session=1' });
  for (const call of calls) {
    const failed = (checks.get(call.name) ?? []).filter(({ result }) => result === 'failed');
    const red = failed.map(({ check }) => check);
    expect({ name: call.name, red, call, output }).toMatchObject({ name: call.name, red: expectedRed(call) });
  }
  // Both happen often enough to show something.
  const all = [...checks.values()].flat();
  for (const result of ['passed', 'failed'])
    expect(all.filter((check) => check.result === result).length).toBeGreaterThan(all.length / 10);
}

function expectedRed({ exchange, answering }: GeneratedCall): readonly string[] {
  const call = testedCall(judge(exchange, CHROME));
  if (call === null) throw new Error(`No test is made of ${JSON.stringify(exchange)}.`);
  const { origin, method, preflight, credentials } = call;
  const ask = (asked: string, headers: HeaderList) => {
    const lines = [`${asked} ${new URL(exchange.hops[0].url).pathname} HTTP/1.1`];
    const { status, headers: headerList } = answering(
      parseRequest([...lines, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\r\n')),
    );
    return { status, headerList };
  };
  const holds = (findings: readonly Finding<string>[]) =>
    findings.some(({ when }) => when === 'always' || credentials === 'included');
  const leg = (from: string) =>
    preflight === null ? ask(method, [['Origin', from]]) : ask('OPTIONS', question(call, from));
  const red: string[] = [];
  if (preflight !== null) {
    const { headerNames } = preflight;
    if (holds(preflightCheck(leg(origin), { origin, method, headerNames }, STANDARD))) red.push(PREFLIGHT);
  }
  if (holds(corsCheck(ask(method, [['Origin', origin]]).headerList, origin, STANDARD))) red.push(CALL);
  const allowed = corsCheck(leg(FOREIGN_ORIGIN).headerList, FOREIGN_ORIGIN, STANDARD);
  // Without a fault of the origin, and not by the wildcard.
  if (allowed.every(({ error }) => error === 'InvalidAllowCredentials')) red.push(FOREIGN);
  return red;
}

function question({ method, preflight }: TestedCall, origin: string): HeaderList {
  const names = preflight?.headerNames ?? [];
  return [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ...(names.length === 0 ? [] : [['Access-Control-Request-Headers', names.join(',')] as const]),
  ];
}
