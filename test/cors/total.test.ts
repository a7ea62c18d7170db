import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rootCause } from '../../src/causes/root-cause.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { extractTokens, isToken } from '../../src/cors/header-list.ts';
import { FAILED, sampleExchange } from './sample-exchange.ts';

/** Any text a header may hold, with a liking for what CORS headers hold. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '*',
    'null',
    'true',
    '',
    ' ',
    ',',
    '\t',
    'http://localhost:5174',
    'a, b',
    '"a"',
    '\u0000',
    '\ud800',
  ),
);
const name = fc.oneof(
  fc.constantFrom(
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Credentials',
    'Access-Control-Allow-Methods',
    'access-control-allow-headers',
    'Location',
    'Origin',
    'Access-Control-Request-Method',
    'Access-Control-Request-Headers',
  ),
  fc.string({ maxLength: 5 }),
);
const headerList = fc.array(fc.tuple(name, value), { maxLength: 8 });
const response = fc.record({ status: fc.integer({ min: 0, max: 999 }), headerList });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const hop = fc.record({
  url: fc.oneof(fc.webUrl(), value),
  method: value,
  requestHeaders: maybe(headerList),
  response: maybe(response),
  preflight: maybe(fc.record({ requestHeaders: headerList, response: maybe(response), error: maybe(value) })),
});

test('diagnose has an answer to anything, and there is a cause for each fault', () => {
  fc.assert(
    fc.property(
      hop,
      fc.array(hop, { maxLength: 3 }),
      value,
      fc.boolean(),
      (first, rest, origin, overridden) => {
        for (const outcome of [{ type: 'pending' }, { type: 'completed' }, FAILED] as const) {
          const exchange = sampleExchange({}, { hops: [first, ...rest], origin, outcome, overridden });
          const diagnosis = diagnose(exchange, CHROME);
          const { failures, outcome: verdict } = diagnosis;
          expect(rootCause(exchange, diagnosis) === null).toBe(failures.length === 0);
          expect(verdict === 'blocked' ? failures.length > 0 : true).toBe(true);
          for (const failure of failures) expect(failure.hop).toBeLessThanOrEqual(rest.length);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

/** RFC 9110's grammar of a list, written down anew: elements between commas, each a token or empty. */
const ELEMENT = String.raw`[\t ]*(?:[!#$%&'*+\-.^_\x60|~0-9A-Za-z]+)?[\t ]*`;
const LIST = new RegExp(`^${ELEMENT}(?:,${ELEMENT})*$`);

test('a list is read as the grammar says, or not at all', () => {
  const listValue = fc.oneof(
    value,
    fc.array(fc.constantFrom('a', 'X-b', ',', ' ', '\t', '"', ';', '*')).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(listValue, (text) => {
      const tokens = extractTokens([['x', text]], 'X');
      expect(tokens !== null).toBe(LIST.test(text));
      expect((tokens ?? []).every(isToken)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('256 KB in a header are read in no more than a moment', () => {
  // Anything that were not linear would take longer than a test may.
  for (const huge of [
    'a,'.repeat(131_072),
    ' '.repeat(262_144),
    `${'\t'.repeat(262_143)}x`,
    ','.repeat(262_144),
  ]) {
    expect(extractTokens([['x', huge]], 'x')).not.toBeNull();
    const exchange = sampleExchange({
      requestHeaders: [],
      response: { status: 200, headerList: [['Access-Control-Allow-Origin', huge]] },
    });
    expect(diagnose(exchange, CHROME).outcome).toBe('blocked');
  }
});
