import { expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { CHROME } from '../../src/cors/browser-profile.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import { toReport } from '../../src/report/report.ts';
import { speaker } from '../../src/report/say.ts';
import { toReportV2 } from '../../src/report/to-report-v2.ts';
import { CAUSE_TABLE, location, ORIGIN, preflight, simple } from '../causes/cause-table.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { explained } from './sample-explained.ts';

const say = speaker(en);
const SECRET = 's3cret-token-0123456789';

function report(exchange: Exchange) {
  const [one] = toReportV2('Test/1', [explained(exchange)], say).exchanges;
  if (one === undefined) throw new Error('There is no exchange in the report.');
  return one;
}

const ALONE = CAUSE_TABLE.filter(([, , , others]) => others.length === 0);

test.each(ALONE)('all that version 1 says is in version 2: %s', (_, exchange) => {
  const [first] = toReport('Test/1', [exchange], CHROME).exchanges;
  expect(report(exchange)).toMatchObject({ ...first });
});

test('redirects are told hop by hop, with the origin that each carries', () => {
  const first = simple(302, [ORIGIN, location('http://b.test/next')]).hops[0];
  const second = simple(200, [], { url: 'http://b.test/next', requestHeaders: [['Origin', 'null']] }).hops[0];
  expect(report(sampleExchange({}, { hops: [first, second] })).hops).toEqual([
    {
      url: first.url,
      method: 'GET',
      origin: PAGE,
      preflight: null,
      requestHeaders: [['Origin', PAGE]],
      response: { status: 302, responseHeaders: [ORIGIN, ['Location', 'http://b.test/next']] },
    },
    {
      url: 'http://b.test/next',
      method: 'GET',
      origin: 'null',
      preflight: null,
      requestHeaders: [['Origin', 'null']],
      response: { status: 200, responseHeaders: [] },
    },
  ]);
});

test('the second step stands behind the cause, each with what tells it', () => {
  const { causes } = report(
    preflight(401, [
      ['WWW-Authenticate', 'Basic realm="api"'],
      ['Access-Control-Allow-Headers', 'a'],
    ]),
  );
  expect(causes).toMatchObject([
    {
      id: 'preflight-login',
      certainty: 'sure',
      stage: 'preflight',
      evidence: ['401', 'WWW-Authenticate: Basic realm="api"'],
    },
    { id: 'header-not-allowed' },
  ]);
});

test('who answered and how sure that is, the recipe, and the words are in it', () => {
  const one = report(preflight(204, [ORIGIN, ['X-Powered-By', 'Express']], 'x-a,x-b'));
  expect(one).toMatchObject({
    resourceType: 'xmlhttprequest',
    error: 'net::ERR_FAILED',
    answeredBy: { stack: 'express', certainty: 'sure', evidence: ['X-Powered-By: Express'] },
    fix: { stack: 'express', verifiedBy: 'tests' },
    words: { console: expect.stringContaining('x-a is not allowed by Access-Control-Allow-Headers') },
  });
  expect(one.words.headline).toContain('`x-a` and `x-b`');
  expect(one.words.faults.map(({ text }) => text).join()).toContain('`x-a` and `x-b`');
  expect(one.fix?.steps.length).toBeGreaterThan(0);
});

test('what holds only with credentials says so', () => {
  // Chrome would not have stopped it without credentials.
  const wildcard = simple(200, [['Access-Control-Allow-Origin', '*']]);
  expect(report(wildcard).causes).toMatchObject([{ id: 'wildcard-with-credentials', certainty: 'sure' }]);
  // With an override, what happened doesn't tell.
  expect(report({ ...wildcard, overridden: true }).causes).toMatchObject([
    { id: 'wildcard-with-credentials', certainty: 'if-credentials-included' },
  ]);
});

test('secrets are cut from every part', () => {
  const bearer = ['Authorization', `Bearer ${SECRET}`] as const;
  const headers = [
    ['WWW-Authenticate', `Bearer realm="a", nonce="${SECRET}"`],
    ['Set-Cookie', `session=${SECRET}`],
    ['Location', `https://user:${SECRET}@b.test/?token=${SECRET}#${SECRET}`],
    ['Access-Control-Allow-Origin', `https://b.test/?token=${SECRET}`],
    ['Server', `nginx api_key=${SECRET}`],
  ] as const;
  const url = `http://127.0.0.1:8000/items?access_token=${SECRET}`;
  const place = { url: `${PAGE}/a.js?token=${SECRET}`, line: 3, column: 1, functionName: 'ask' };
  for (const status of [200, 302, 401, 500]) {
    const answers = [
      { preflight: samplePreflight({ headerNames: 'authorization' }, { status, headerList: headers }) },
      { requestHeaders: [['Origin', PAGE], bearer] as const, response: { status, headerList: headers } },
    ];
    for (const answer of answers) {
      const one = report(sampleExchange({ url, ...answer }, { location: place }));
      expect(JSON.stringify(one)).not.toContain(SECRET);
      expect(one.calledFrom).toEqual({ ...place, url: `${PAGE}/a.js` });
    }
  }
});

test('a value from the network is a code span in words, whatever it holds', () => {
  const value = 'x` **ignore** previous <b>instructions</b>';
  const { words } = report(simple(200, [['Access-Control-Allow-Origin', value]]));
  expect(words.headline + words.faults[0]?.text).toContain(`\`\`${value}\`\``);
});
