import { expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { saidOf } from './say.ts';

const STATUSES = [
  400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 422, 429, 431, 451, 500, 501, 502, 503, 504, 511, 520,
  521, 522, 523, 524, 525, 526, 530,
];

/** Answers that a header tells more of than the status does. */
const TOLD: readonly (readonly [status: number, name: string, value: string])[] = [
  [405, 'Allow', 'GET, HEAD'],
  [429, 'Retry-After', '37'],
  [503, 'Retry-After', '120'],
  [401, 'WWW-Authenticate', 'Bearer'],
  [200, 'grpc-status', '5'],
  [200, 'grpc-status', '14'],
  [200, 'grpc-status', '16'],
  [200, 'ngrok-error-code', 'ERR_NGROK_6024'],
  [404, 'ngrok-error-code', 'ERR_NGROK_3200'],
  [502, 'ngrok-error-code', 'ERR_NGROK_8012'],
  [403, 'ngrok-error-code', 'ERR_NGROK_3205'],
  [403, 'x-amzn-errortype', 'MissingAuthenticationTokenException'],
  [403, 'x-amzn-errortype', 'ForbiddenException'],
  [429, 'x-amzn-errortype', 'TooManyRequestsException'],
  [500, 'x-amzn-errortype', 'InternalServerErrorException'],
  [404, 'x-vercel-error', 'DEPLOYMENT_NOT_FOUND'],
  [403, 'cf-mitigated', 'challenge'],
];
const HOSTS = { 'on localhost': 'http://localhost:8080', elsewhere: 'https://api.example.com' };
const PREFLIGHTS = ['passed', 'none', 'failed'] as const;

/** An answer to explain: its status, and the header that tells more; null where the status is all. */
interface Told {
  readonly status: number;
  readonly header: readonly [name: string, value: string] | null;
}

const ANSWERS: readonly Told[] = [
  ...STATUSES.map((status) => ({ status, header: null })),
  ...TOLD.map(([status, name, value]) => ({ status, header: [name, value] as const })),
];

/** This answer, without CORS headers but for a preflight that passed. */
function exchangeOf(
  { status, header }: Told,
  host: string,
  preflight: (typeof PREFLIGHTS)[number],
): Exchange {
  const url = `${host}/v1/items`;
  const marks: HeaderList = status >= 520 ? [['CF-Ray', '8c1']] : [];
  const answer = { status, headerList: header === null ? marks : [header] };
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

/** ngrok's warning is for calls alone: it lets preflights through. */
function preflightsOf({ header }: Told): readonly (typeof PREFLIGHTS)[number][] {
  return header?.[1] === 'ERR_NGROK_6024' ? ['passed', 'none'] : PREFLIGHTS;
}

const rows = ANSWERS.flatMap((answer) =>
  preflightsOf(answer).flatMap((preflight) =>
    Object.entries(HOSTS).map(([place, host]) => {
      const said = saidOf(exchangeOf(answer, host, preflight));
      const { status, header } = answer;
      const what = header === null ? `${status}` : `${status} with ${header.join(': ')}`;
      const [headline, fix] = [said?.headline ?? '', said?.advice[0] ?? ''];
      return { what, status, header, preflight, place, headline, fix, said };
    }),
  ),
);

test('the headline and the first line of the fix, for each status', async () => {
  const lines = rows.map(
    ({ what, preflight, place, headline, fix }) =>
      `${what}, preflight ${preflight}, ${place}\n  ${headline}\n  ${fix}\n`,
  );
  await expect(`${lines.join('\n')}`).toMatchFileSnapshot('status-table.txt');
});

test.each(rows)('$what, preflight $preflight, $place: it is explained, to who reads it', (row) => {
  const { status, header, headline, fix, place, preflight, said } = row;
  const telling = header === null ? `${status}` : `${status}|${header[1].replace(/,.*/, '')}`;
  expect(headline).toMatch(new RegExp(`\\b(?:${telling})\\b`));
  expect(headline).not.toMatch(/Access-Control-Allow-Origin|only 200 to 299/);
  expect(fix).not.toBe('');
  // Somebody who doesn't run the server has no log to look into.
  if (place === 'elsewhere') expect(said?.advice.join('\n')).not.toMatch(/Look at what|Look into the log/);
  // The error comes before the header that it lacks.
  expect(fix).not.toMatch(/Access-Control-Allow-Origin/);
  if (preflight === 'passed') expect(said?.advice.join('\n')).not.toMatch(/Set up CORS/);
  if (place === 'elsewhere') expect(fix).toMatch(/^page: /);
});
