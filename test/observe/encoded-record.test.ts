import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeRecord, encodeRecord } from '../../src/observe/encoded-record.ts';
import { Ledger } from '../../src/observe/ledger.ts';
import type { ObservedRequest, ObservedStep } from '../../src/observe/observed.ts';
import type { ExchangeRecord } from '../../src/observe/record.ts';
import { Trace, URL_A } from './trace.ts';

const step = fc.record({
  timeStamp: fc.nat(),
  url: fc.constantFrom('', URL_A, `${URL_A}?b`),
  method: fc.constantFrom('', 'GET', 'POST', 'OPTIONS'),
  phase: fc.constantFrom('before-request', 'response-started', 'completed'),
}) as fc.Arbitrary<ObservedStep>;
const source = {
  seenBy: 'webRequest',
  requestId: '1',
  owner: { type: 'tab', tabId: 7 },
  frameId: 0,
  documentId: null,
  initiator: null,
  resourceType: 'ping',
} as const;
const request: fc.Arbitrary<ObservedRequest> = fc
  .tuple(step, fc.array(step, { maxLength: 6 }))
  .map(([first, rest]) => ({ source, steps: [first, ...rest] }));
const record: fc.Arbitrary<ExchangeRecord> = fc.record({
  request: fc.option(request, { nil: null }),
  preflights: fc.array(fc.record({ hopIndex: fc.nat(), preflight: request }), { maxLength: 2 }),
  overridden: fc.boolean(),
  note: fc.constant(null),
});

test('what comes out of the store is what went in', () => {
  fc.assert(
    fc.property(record, (one) => {
      expect(decodeRecord(JSON.parse(JSON.stringify(encodeRecord(one))))).toEqual(one);
    }),
  );
});

test('of a preflighted call the URL is stored once for each of the two requests', () => {
  const ledger = new Ledger(() => 0);
  const { events } = new Trace().begin(1, 'PUT').preflight(2, 'PUT', 'x-id').fail(1, 'PUT');
  const changes = events.map((event) => ledger.reduce(event));
  const stored = JSON.stringify(
    encodeRecord({ ...changes.at(-1)?.get('1'), overridden: false } as ExchangeRecord),
  );
  expect(stored.split(URL_A).length - 1).toBe(2);
});
