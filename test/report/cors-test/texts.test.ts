import { describe, expect, test } from 'vitest';
import { CHROME } from '../../../src/cors/browser-profile.ts';
import { judge } from '../../../src/explain/judged-exchange.ts';
import { TEST_KINDS } from '../../../src/report/cors-test/test-kind.ts';
import { testedCall } from '../../../src/report/cors-test/tested-call.ts';
import { curlPreflight, curlRequest } from '../../../src/report/curl.ts';
import { isMissing, runIn, SHELLS } from '../../stacks/quote/shells.ts';
import { hasCommand } from '../../support/has-command.ts';
import { generatedCalls } from './generated-calls.ts';
import { hostileCalls } from './hostile-calls.ts';
import { writtenTest } from './observed-call.ts';
import { oddInMarkdown, oddInNodeTests, oddInPytests } from './odd-in-texts.ts';

const SERVER = 'http://127.0.0.1:8000';
const HOSTILE = hostileCalls(SERVER, 2, 200).map(({ exchange }) => exchange);
/** test/soak has 1,000 of them. */
const GENERATED = generatedCalls(SERVER, 2, 200).map(({ exchange }) => exchange);
const EXCHANGES = [...GENERATED, ...HOSTILE];

test('each of them can be tested, and most are blocked', () => {
  const judged = EXCHANGES.map((exchange) => judge(exchange, CHROME));
  expect(judged.filter((one) => testedCall(one) !== null)).toHaveLength(EXCHANGES.length);
  expect(judged.filter(({ diagnosis }) => diagnosis.outcome === 'blocked').length).toBeGreaterThan(250);
});

test('prompts and tickets have the headings, links and markup that we write, and no others', () => {
  expect(oddInMarkdown(EXCHANGES)).toEqual([]);
});

test('tests for Node are made of what the test of a harmless call is made of', () => {
  expect(oddInNodeTests(EXCHANGES)).toEqual([]);
});

const python = ['python3'].find(hasCommand);
if (python === undefined) console.log("No test for pytest is read: there's no Python.");

test.skipIf(python === undefined)('so are tests for pytest', () => {
  expect(oddInPytests(python ?? '', EXCHANGES)).toEqual([]);
});

test('no test holds a character that is not seen, but for line feeds', () => {
  for (const exchange of EXCHANGES)
    for (const kind of TEST_KINDS)
      expect(writtenTest(exchange, kind)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

/** So many commands fit into one argument. */
const AT_ONCE = 20;

describe.each(SHELLS.filter(({ name }) => ['bash', 'dash', 'ash'].includes(name)))('in $name', (shell) => {
  test.skipIf(isMissing(shell))('each command is one call of curl', () => {
    for (let from = 0; from < HOSTILE.length; from += AT_ONCE) {
      const commands = HOSTILE.slice(from, from + AT_ONCE).flatMap((exchange) => [
        curlPreflight(exchange, 'bash'),
        curlRequest(exchange, 'bash'),
      ]);
      const { calls, files } = runIn(shell, 'curl', commands.join('\n'));
      expect(calls).toHaveLength(commands.length);
      expect(files).toEqual([]);
    }
  });
});
