import { expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { answerTo } from '../../src/agent/answer.ts';
import type { SeenTab } from '../../src/agent/seen-tab.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import { SERVICE_WORKER } from '../../src/cors/owner.ts';
import { NO_POLICY } from '../../src/override/policy.ts';
import { speaker } from '../../src/report/say.ts';
import { ORIGIN, passedPreflight, preflight, simple } from '../causes/cause-table.ts';
import { OUTSIDE_ROWS } from '../causes/outside-rows.ts';
import { API, COMPLETED, PAGE } from '../cors/sample-exchange.ts';
import { judge } from '../explain/judge.ts';
import { schemaProblems } from '../support/report-schema.ts';

const OPTIONS = { url: null, userAgent: 'Mozilla/5.0 (X11; Linux x86_64)', say: speaker(en) };

function tab(...exchanges: readonly Exchange[]): SeenTab {
  return {
    rows: exchanges.map((one) => judge(one)),
    context: {
      overrides: [],
      pageOrigin: PAGE,
      canAnswerPreflights: true,
      policy: NO_POLICY,
      devServer: 'vite',
      stackChoices: new Map(),
      furtherOrigins: () => [],
    },
  };
}

/** One exchange of each kind, to a URL of its own. */
function at(path: string, exchange: Exchange, rest: Partial<Exchange> = {}): Exchange {
  const [hop] = exchange.hops;
  return { ...exchange, id: path, ...rest, hops: [{ ...hop, url: `${API}${path}` }] };
}

const BLOCKED = at('/blocked', preflight(204, [ORIGIN]));
const BLOCKED_ALSO = at('/also', preflight(204, [ORIGIN]), { startedAt: 2_000 });
const CRASHED = at('/crashed', simple(500), { startedAt: 3_000 });
const REFUSED = at('/refused', simple(200), {
  outcome: { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' },
});
const PASSED = at('/passed', passedPreflight(200, [ORIGIN], { outcome: COMPLETED }));
const WAITING = at('/waiting', simple(200), { outcome: { type: 'pending' } });

test('what went wrong is told once for each cause, by its latest request; what passed or waits is not', () => {
  const { report, markdown } = answerTo([tab(BLOCKED, PASSED, BLOCKED_ALSO, WAITING, CRASHED)], OPTIONS);
  expect(schemaProblems(report)).toEqual([]);
  expect(report.exchanges.map(({ url, cause, repeats }) => [url, cause, repeats])).toEqual([
    [`${API}/also`, 'header-not-allowed', 1],
    [`${API}/crashed`, 'error-without-cors', 0],
  ]);
  expect(markdown).toMatch(/^# CORS: 3 requests, 2 causes\n/);
  expect(markdown).toContain(`- \`POST ${API}/blocked\`\n- \`POST ${API}/also\`\n`);
});

const OUTSIDE = OUTSIDE_ROWS.map(([because, exchange, id]) => [because, exchange, id] as const);

test.each(OUTSIDE)('of %s it is told that CORS has no part in it, and no headers', (_, exchange, id) => {
  const { report, markdown } = answerTo([tab(exchange)], OPTIONS);
  expect(schemaProblems(report)).toEqual([]);
  const [one] = report.exchanges;
  expect(one).toMatchObject({ outside: exchange.outside?.type, cause: id, requiredHeaders: [], fix: null });
  expect(one?.words.advice).not.toEqual([]);
  expect(markdown).toContain(one?.words.headline);
});

test('what failed for another reason than CORS is told, too', () => {
  const { report, markdown } = answerTo([tab(REFUSED)], OPTIONS);
  expect(report.exchanges).toMatchObject([{ outcome: 'failed', cause: 'server-not-running' }]);
  expect(markdown).toContain('127.0.0.1:11434');
});

test('a part of a URL selects all calls to it, those that passed included', () => {
  const asked = (url: string) =>
    answerTo([tab(BLOCKED, PASSED, WAITING, CRASHED)], { ...OPTIONS, url }).report;
  expect(asked('/passed').exchanges).toMatchObject([{ outcome: 'allowed', cause: null }]);
  expect(asked('11434/bl').exchanges).toMatchObject([{ url: `${API}/blocked` }]);
  expect(asked(API).exchanges).toHaveLength(4);
  expect(asked('/nowhere').exchanges).toEqual([]);
});

test('a URL that a redirect led away from selects the call as well', () => {
  const [first] = at('/old', simple(302, [ORIGIN])).hops;
  const [second] = at('/new', simple(200)).hops;
  const { report } = answerTo([tab({ ...BLOCKED, hops: [first, second] })], { ...OPTIONS, url: '/old' });
  expect(report.exchanges).toHaveLength(1);
});

test('equal calls that passed are one entry', () => {
  const again = { ...PASSED, id: 'again', startedAt: 5_000 };
  const { report, markdown } = answerTo([tab(PASSED, again)], { ...OPTIONS, url: '/passed' });
  expect(report.exchanges).toMatchObject([{ startedAt: 5_000, repeats: 1 }]);
  expect(markdown).toBe('No call that was seen is blocked or failed.\n');
});

test('a service worker’s call, which is in every tab of its origin, is told once', () => {
  const owned = { ...BLOCKED, owner: SERVICE_WORKER };
  const { report } = answerTo([tab(owned), tab(owned, CRASHED)], OPTIONS);
  expect(report.exchanges.map(({ tabId, repeats }) => [tabId, repeats])).toEqual([
    [-1, 0],
    [7, 0],
  ]);
});

test('where nothing was seen, that is said', () => {
  const { report, markdown } = answerTo([], OPTIONS);
  expect(report.exchanges).toEqual([]);
  expect(markdown).toBe('No call that was seen is blocked or failed.\n');
});
