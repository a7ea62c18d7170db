import { expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { saidOf } from './say.ts';

const STATUSES = [
  400, 401, 403, 404, 405, 406, 408, 413, 415, 422, 429, 431, 500, 501, 502, 503, 504, 511, 520, 521, 522,
  525, 530,
];
const HOSTS = { 'on localhost': 'http://localhost:8080', elsewhere: 'https://api.example.com' };
const PREFLIGHTS = ['passed', 'none', 'failed'] as const;

/** An answer with this status, and without CORS headers but for a preflight that passed. */
function exchangeOf(status: number, host: string, preflight: (typeof PREFLIGHTS)[number]): Exchange {
  const url = `${host}/v1/items`;
  const headerList: HeaderList = status >= 520 ? [['CF-Ray', '8c1']] : [];
  const answer = { status, headerList };
  const requestHeaders: HeaderList = [['Origin', PAGE]];
  const method = preflight === 'none' ? 'GET' : 'PUT';
  switch (preflight) {
    case 'none':
      return sampleExchange({ url, method, requestHeaders, response: answer });
    case 'failed':
      return sampleExchange({ url, method, preflight: samplePreflight({ method }, answer) });
    case 'passed': {
      const allowed: HeaderList = [
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Methods', 'PUT'],
      ];
      const passed = samplePreflight({ method }, { headerList: allowed });
      return sampleExchange({ url, method, preflight: passed, requestHeaders, response: answer });
    }
  }
}

const rows = STATUSES.flatMap((status) =>
  PREFLIGHTS.flatMap((preflight) =>
    Object.entries(HOSTS).map(([place, host]) => {
      const said = saidOf(exchangeOf(status, host, preflight));
      return { status, preflight, place, headline: said?.headline ?? '', fix: said?.advice[0] ?? '', said };
    }),
  ),
);

test('the headline and the first line of the fix, for each status', async () => {
  const lines = rows.map(
    ({ status, preflight, place, headline, fix }) =>
      `${status}, preflight ${preflight}, ${place}\n  ${headline}\n  ${fix}\n`,
  );
  await expect(`${lines.join('\n')}`).toMatchFileSnapshot('status-table.txt');
});

test.each(rows)('$status, preflight $preflight, $place: it is explained, to who reads it', (row) => {
  const { headline, fix, place, preflight, said } = row;
  expect(headline).toMatch(new RegExp(`\\b${row.status}\\b`));
  expect(headline).not.toMatch(/Access-Control-Allow-Origin|only 200 to 299/);
  expect(fix).not.toBe('');
  // Somebody who doesn't run the server has no log to look into.
  if (place === 'elsewhere') expect(said?.advice.join('\n')).not.toMatch(/Look at what|Look into the log/);
  // The error comes before the header that it lacks.
  expect(fix).not.toMatch(/Access-Control-Allow-Origin/);
  if (preflight === 'passed') expect(said?.advice.join('\n')).not.toMatch(/Set up CORS/);
  if (place === 'elsewhere') expect(fix).toMatch(/^page: /);
});
