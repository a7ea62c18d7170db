import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { CHROME } from '../../src/cors/browser-profile.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import { toReport } from '../../src/report/report.ts';
import { speaker } from '../../src/report/say.ts';
import { toReportV2 } from '../../src/report/to-report-v2.ts';
import { CAUSE_TABLE, ORIGIN, passedPreflight, preflight } from '../causes/cause-table.ts';
import { COMPLETED } from '../cors/sample-exchange.ts';
import { SCHEMAS, schemaProblems } from '../support/report-schema.ts';
import { explained } from './sample-explained.ts';

const say = speaker(en);

function versions(exchanges: readonly Exchange[]) {
  return [
    toReport('Test/1', exchanges, CHROME),
    toReportV2('Test/1', exchanges.map(explained), say),
  ] as const;
}

/** An exchange of each cause, and what else makes a report hold something. */
const EXCHANGES: readonly (readonly [string, Exchange])[] = [
  ...CAUSE_TABLE.map(([name, exchange]) => [name, exchange] as const),
  ['a call that passed, with a warning', passedPreflight(200, [ORIGIN], { outcome: COMPLETED })],
  [
    'headers that the script can’t read',
    passedPreflight(200, [ORIGIN, ['X-Total-Count', '3']], { outcome: COMPLETED }),
  ],
  ['a recipe', preflight(204, [ORIGIN, ['X-Powered-By', 'Express']])],
  ['a client library’s setting', preflight(204, [ORIGIN], 'x-stainless-lang,x-stainless-os')],
  [
    'a line of code',
    {
      ...preflight(204, [ORIGIN]),
      location: { url: 'http://localhost:5174/a.js', line: 1, column: 2, functionName: '' },
    },
  ],
];

test.each(EXCHANGES)('both versions of the report of %s are as their schemas say', (_, exchange) => {
  for (const report of versions([exchange])) expect(schemaProblems(report)).toEqual([]);
});

test('every optional part is in one of these reports', () => {
  const all = toReportV2(
    'Test/1',
    EXCHANGES.map(([, exchange]) => explained(exchange)),
    say,
  ).exchanges;
  const [fix, answerer, place] = [
    all.map((one) => one.fix),
    all.map((one) => one.answeredBy),
    all.map((one) => one.calledFrom),
  ];
  for (const part of [fix, answerer, place, all.map((one) => one.hiddenHeaders)]) {
    expect(part).toContain(null);
    expect(part.some((one) => one !== null)).toBe(true);
  }
  expect(all.some(({ workarounds }) => workarounds.length > 0)).toBe(true);
  expect(all.some(({ causes }) => causes.length > 1)).toBe(true);
  expect(all.some(({ hops }) => hops.length > 1)).toBe(true);
});

describe('a schema', () => {
  const good = toReportV2('Test/1', [explained(preflight(204))], say);
  const [exchange] = good.exchanges;
  test.each([
    ['a field that nobody described', { ...good, more: 1 }],
    ['an exchange without words', { ...good, exchanges: [{ ...exchange, words: undefined }] }],
    ['an exchange with a field of its own', { ...good, exchanges: [{ ...exchange, more: 1 }] }],
    ['an unknown outcome', { ...good, exchanges: [{ ...exchange, outcome: 'refused' }] }],
    ['an unknown version', { ...good, version: 3 }],
  ])('refuses %s', (_, report) => {
    expect(schemaProblems(report)).not.toEqual([]);
  });

  test.each(Object.entries(SCHEMAS))('of %s describes every field', (_, schema) => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return;
      const properties = 'properties' in node ? Object.entries(node.properties ?? {}) : [];
      for (const [name, field] of properties) {
        if (typeof field !== 'object' || field === null || !('description' in field))
          undescribed.push(`${path}/${name}`);
      }
      for (const [name, child] of Object.entries(node)) visit(child, `${path}/${name}`);
    };
    visit(schema, '');
    expect(undescribed).toEqual([]);
  });
});
