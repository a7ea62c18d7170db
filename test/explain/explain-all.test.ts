import { expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import { explainAll } from '../../src/explain/explain-all.ts';
import { explain } from '../../src/explain/explanation.ts';
import { cookiesByHost, cookiesFor } from '../../src/explain/set-cookies.ts';
import { askedFor } from '../../src/stacks/server-need.ts';
import { ORIGIN, passedPreflight, preflight } from '../causes/cause-table.ts';
import { API, COMPLETED, PAGE, sampleExchange } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';
import { sampleContext } from './sample-context.ts';

const OTHER_PAGE = 'https://app.example.com';

function allowedTo(origin: string, id: string): Exchange {
  return sampleExchange(
    {
      method: 'GET',
      requestHeaders: [['Origin', origin]],
      response: {
        status: 200,
        headerList: [
          ['Access-Control-Allow-Origin', origin],
          ['Access-Control-Allow-Credentials', 'true'],
        ],
      },
    },
    { id, origin, outcome: COMPLETED },
  );
}

const EXCHANGES: readonly Exchange[] = [
  { ...preflight(204, [ORIGIN, ['X-Powered-By', 'Express']], 'x-a'), id: '1' },
  { ...preflight(204, [ORIGIN, ['X-Powered-By', 'Express']], 'x-b'), id: '2' },
  allowedTo(PAGE, '3'),
  allowedTo(PAGE, '4'),
  allowedTo(OTHER_PAGE, '5'),
  { ...passedPreflight(200, [ORIGIN], { outcome: COMPLETED }), id: '6' },
];

const {
  stackChoice,
  furtherOrigins,
  askedFor: _,
  others: __,
  cookiesSet: ___,
  ...SHARED
} = sampleContext(EXCHANGES[0] ?? sampleExchange({}));

test('each exchange is explained as if it were explained alone', () => {
  const explanations = explainAll(
    EXCHANGES.map((one) => judge(one)),
    EXCHANGES,
    {
      ...SHARED,
      stackChoices: new Map(),
      furtherOrigins: () => furtherOrigins,
    },
  );
  for (const [index, exchange] of EXCHANGES.entries()) {
    const alone = explain(judge(exchange), {
      ...SHARED,
      stackChoice,
      furtherOrigins,
      others: EXCHANGES.filter((other) => other !== exchange),
      cookiesSet: cookiesFor(exchange, cookiesByHost(EXCHANGES)),
      askedFor: askedFor(EXCHANGES.find((one) => one.origin === exchange.origin) ?? exchange, EXCHANGES),
    });
    expect(explanations[index]).toEqual(alone);
  }
  expect(explanations.flatMap(({ warnings }) => warnings.map(({ id }) => id))).toContain('reflects-origins');
});

test('what the user named for a server counts for its exchanges', () => {
  const [first] = explainAll(
    EXCHANGES.slice(0, 1).map((one) => judge(one)),
    EXCHANGES,
    {
      ...SHARED,
      stackChoices: new Map([[API, 'fastapi']]),
      furtherOrigins: (server) => (server === API ? ['https://more.example'] : []),
    },
  );
  expect(first?.onServer.fix).toMatchObject({
    choice: 'fastapi',
    need: { origins: expect.arrayContaining(['https://more.example']) },
  });
});
