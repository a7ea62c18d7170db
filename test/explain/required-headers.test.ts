import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import { type HeaderList, setHeader } from '../../src/cors/header-list.ts';
import { type RequiredHeader, requiredHeaders } from '../../src/explain/index.ts';
import { FAILED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const OLLAMA: HeaderList = [
  ['Access-Control-Allow-Headers', 'Authorization,Content-Type,User-Agent'],
  ['Access-Control-Allow-Methods', 'GET,POST'],
  ['Access-Control-Allow-Origin', PAGE],
];

test('what the server allows stays allowed, and only what is missing is added', () => {
  const asked = { headerNames: 'authorization,content-type,x-stainless-timeout' };
  const exchange = sampleExchange({ preflight: samplePreflight(asked, { headerList: OLLAMA }) });
  const allowed = 'Authorization, Content-Type, User-Agent, x-stainless-timeout';
  expect(requiredHeaders(exchange, diagnose(exchange, CHROME))).toEqual([
    // Whether the request includes credentials is not known: this passes either way.
    { on: 'preflight', name: 'Access-Control-Allow-Credentials', value: 'true' },
    { on: 'preflight', name: 'Access-Control-Allow-Headers', value: allowed },
    { on: 'response', name: 'Access-Control-Allow-Origin', value: PAGE },
    { on: 'response', name: 'Access-Control-Allow-Credentials', value: 'true' },
  ]);
});

test('nothing is required of an exchange that passes', () => {
  const headerList: HeaderList = [['Access-Control-Allow-Origin', '*']];
  const exchange = sampleExchange(
    { requestHeaders: [['Origin', PAGE]], response: { status: 200, headerList } },
    { outcome: { type: 'completed' } },
  );
  expect(requiredHeaders(exchange, diagnose(exchange, CHROME))).toEqual([]);
});

/** The exchange as it would be if the server sent `required`. */
function mend(exchange: Exchange, required: readonly RequiredHeader[]): Exchange {
  const [hop] = exchange.hops;
  const apply = (on: RequiredHeader['on'], list: HeaderList) =>
    required
      .filter((header) => header.on === on)
      .reduce((mended, { name, value }) => setHeader(mended, name, value), list);
  const preflight = hop.preflight && {
    ...hop.preflight,
    response: hop.preflight.response && {
      status: 204,
      headerList: apply('preflight', hop.preflight.response.headerList),
    },
  };
  const response = { status: 200, headerList: apply('response', hop.response?.headerList ?? []) };
  return { ...exchange, hops: [{ ...hop, preflight, response }] };
}

const value = (...known: string[]) => fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 8 }));
const maybe = (name: string, values: fc.Arbitrary<string>) =>
  fc.array(values, { maxLength: 2 }).map((list) => list.map((one) => [name, one] as const));
const corsHeaders = fc
  .tuple(
    maybe('Access-Control-Allow-Origin', value('*', PAGE, 'null', `${PAGE}/`)),
    maybe('Access-Control-Allow-Credentials', value('true', 'True')),
    maybe('Access-Control-Allow-Methods', value('*', 'PUT', 'put', 'GET POST', 'GET, PATCH')),
    maybe('Access-Control-Allow-Headers', value('*', 'x-a', 'X-A, x-b', 'x-a;x-b')),
  )
  .map((parts) => parts.flat());

test('with the required headers every exchange passes, in both credentials modes', () => {
  fc.assert(
    fc.property(
      corsHeaders,
      corsHeaders,
      fc.boolean(),
      fc.constantFrom('POST', 'PUT', 'put'),
      fc.constantFrom('', 'x-a', 'x-a,x-b', 'authorization,content-type'),
      (onPreflight, onResponse, preflighted, method, headerNames) => {
        const exchange = preflighted
          ? sampleExchange({
              method,
              preflight: samplePreflight({ method, headerNames }, { headerList: onPreflight }),
            })
          : sampleExchange({
              requestHeaders: [['Origin', PAGE]],
              response: { status: 200, headerList: onResponse },
            });
        const diagnosis = diagnose(exchange, CHROME);
        fc.pre(diagnosis.outcome === 'blocked');
        const mended = mend(exchange, requiredHeaders(exchange, diagnosis));
        for (const cookie of [[], [['Cookie', '…'] as const]]) {
          const [hop] = mended.hops;
          const sent = { ...hop, requestHeaders: [['Origin', PAGE] as const, ...cookie] };
          // A failure with these headers would make it blocked: so it is not.
          if (diagnosis.credentials !== 'omitted' || cookie.length === 0) {
            expect(diagnose({ ...mended, hops: [sent], outcome: FAILED }, CHROME).outcome).not.toBe(
              'blocked',
            );
          }
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test('an allowance of every origin is not narrowed where credentials are known to be omitted', () => {
  const exchange = sampleExchange({
    preflight: samplePreflight({}, { headerList: [['Access-Control-Allow-Origin', '*']] }),
    requestHeaders: [['Origin', PAGE]],
    response: { status: 200, headerList: [] },
  });
  expect(requiredHeaders(exchange, diagnose(exchange, CHROME))).toEqual([
    { on: 'response', name: 'Access-Control-Allow-Origin', value: '*' },
  ]);
});
