import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { aThird } from '../support/a-third.ts';
import type { ExtensionContext } from './harness/extension-page.ts';
import { BLOCKED, type ChromeWord, causeBy, listenToWords, UNTOLD } from './support/outside/chrome-word.ts';
import type { OutsideCase } from './support/outside/outside-case.ts';
import { OUTSIDE_CASES } from './support/outside/outside-cases.ts';
import { startOutsideSite } from './support/outside/outside-site.ts';
import { type StoredRow, storedRows } from './support/outside/stored-rows.ts';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium();

/** `npm run test:not-cors` plays all. */
const PLAYED = process.env.ALL_PAGES === '1' ? OUTSIDE_CASES : aThird(OUTSIDE_CASES);

/** What Chrome tells nobody the reason of, and the same of a WebSocket to the page's own server. */
const UNTOLD_CAUSES: readonly unknown[] = ['service-worker-answer', 'websocket-handshake', 'local-url', null];

/** What CORS blocked: by whose answer is ours to find out. */
const BLOCKED_CAUSES: readonly unknown[] = ['cached-answer', 'origin-not-allowed', 'not-configured'];

/**
 * What must be told before the page is left. The page, or DevTools' list of its requests, is asked about it; or the script
 * has its opaque response before the server's answer has ended, which leaving the page would cut off.
 */
const BEFORE_LEAVING: readonly unknown[] = [
  'opaque-answer',
  'integrity-without-cors',
  'content-security-policy',
  'embedded-without-policy',
  ...BLOCKED_CAUSES,
];

/** Opens the page of a case, and waits until its request is over. @returns the type of its response, if it told */
async function play(page: Page, url: string): Promise<string | null> {
  await page.goto(url);
  const told: unknown = await page.evaluate('asked');
  return typeof told === 'string' ? told : null;
}

/** What is said of each case: of a request to its own URL, or else of one that began while its page was shown. */
function rowsOf(
  exchanges: readonly StoredRow[],
  { id }: OutsideCase,
  from: number,
  to: number,
): readonly StoredRow[] {
  return exchanges.filter(({ url, startedAt }) => {
    const [, of = null] = /\/answer\/([\w-]+)$/.exec(url) ?? [];
    return of === null ? startedAt >= from && startedAt < to : of === id;
  });
}

test('of what people take for CORS, each has the row that Chrome’s own words ask for', async () => {
  const site = await chromium.started(startOutsideSite(PLAYED));
  const { page, panel } = await chromium.openInspected(site.pageOf(PLAYED[0] ?? NONE));
  const words = await listenToWords(page);
  const played: { readonly one: OutsideCase; readonly at: number; said: ChromeWord; type: string | null }[] =
    [];
  words.next();
  for (const one of PLAYED) {
    const at = Date.now();
    const type = await play(page, site.pageOf(one));
    await words.idle();
    if (BEFORE_LEAVING.includes(one.cause)) await toldOf(panel, site.targetOf(one), one.cause);
    played.push({ one, at, said: words.next(), type });
  }
  await words.close();
  const wanted = PLAYED.filter(({ cause }) => cause !== null).length;
  const exchanges = await settledRows(panel, wanted);
  const compared = played.map(({ one, at, said, type }, index) => {
    const rows = rowsOf(exchanges, one, at, played[index + 1]?.at ?? Number.POSITIVE_INFINITY);
    const causes = [...new Set(rows.map(({ cause }) => cause))];
    return {
      id: one.id,
      ours: causes.length > 1 ? causes : (causes[0] ?? null),
      chrome: causeBy(said, type),
      said,
    };
  });
  expect(compared.map(({ id, ours }) => [id, ours])).toEqual(PLAYED.map(({ id, cause }) => [id, cause]));
  // Of what has no row Chrome says nothing either, but that an answer is opaque that has nothing to read.
  // Chrome's reasons are of the header that is missing, whatever was to be embedded.
  const EMBEDDED = { chrome: 'embedder-policy', ours: 'embedded-without-policy' };
  const isRight = (ours: unknown, chrome: string | null) =>
    ours === chrome ||
    (chrome === BLOCKED && BLOCKED_CAUSES.includes(ours)) ||
    (chrome === EMBEDDED.chrome && ours === EMBEDDED.ours) ||
    (chrome === UNTOLD && UNTOLD_CAUSES.includes(ours)) ||
    (ours === null && chrome === 'opaque-answer');
  expect(compared.filter(({ ours, chrome }) => !isRight(ours, chrome))).toEqual([]);
  expect(PLAYED.length).toBeGreaterThanOrEqual(40);
}, 300_000);

/** Of what pages load without CORS, and of calls that CORS lets through: 15 requests, by what asks for them. */
const ORDINARY = [
  ...['fine-image', 'fine-coep-image', 'fine-pixel', 'fine-credentialless'].map((id) => [
    id,
    'load("image", to)',
  ]),
  ...['fine-script', 'fine-coep-script'].map((id) => [id, 'load("script", to)']),
  ...['fine-stylesheet', 'fine-coep-stylesheet'].map((id) => [id, 'load("stylesheet", to)']),
  ...['fine-204', 'fine-empty'].map((id) => [id, "ask(to, { mode: 'no-cors' })"]),
  ['fine-beacon', 'navigator.sendBeacon(to, "a")'],
  ['fine-worker', "ask(to, { cache: 'no-store' })"],
  ['fine-worker', 'ask(to, {})'],
  ['fine-worker', 'ask(to, { method: "POST", body: "a" })'],
  ['fine-own', 'ask(location.href, {})'],
] as const;
const ROUNDS = 20;

test('a page with 300 ordinary requests has no row but those of its calls in CORS mode, which passed', async () => {
  const asks = ORDINARY.map(
    ([id, code]) => `((to) => ${code})(url.replace('ordinary', '${id}') + '?n=' + n)`,
  );
  const ordinary: OutsideCase = {
    ...NONE,
    id: 'ordinary',
    to: 'other',
    script: `for (let n = 0; n < ${ROUNDS}; n++) await Promise.all([${asks.join(', ')}]); await pause();`,
  };
  expect(ORDINARY.length * ROUNDS).toBe(300);
  const site = await chromium.started(startOutsideSite([...OUTSIDE_CASES, ordinary, NONE]));
  const { page, panel } = await chromium.openInspected(site.pageOf(NONE));
  await play(page, site.pageOf(ordinary));
  const calls = 3 * ROUNDS;
  await expect.poll(async () => (await storedRows(panel)).length, { timeout: 20_000 }).toBe(calls);
  expect(
    (await storedRows(panel)).filter(({ cause, outcome }) => cause !== null || outcome !== 'allowed'),
  ).toEqual([]);
});

const NONE: OutsideCase = {
  id: 'none',
  page: {},
  to: 'own',
  script: '',
  answer: { status: 200, headers: {}, body: '' },
  worker: null,
  cause: null,
};

/** Waits until a request has the row that it should have; a while at most, so that all are compared. */
async function toldOf(context: ExtensionContext, url: string, cause: string | null): Promise<void> {
  const isThere = async () =>
    (await storedRows(context)).some((row) => row.url === url && row.cause === cause);
  await expect
    .poll(isThere, { timeout: 20_000 })
    .toBe(true)
    .catch(() => {});
}

/** The rows, once there are as many that name a cause. */
async function settledRows(context: ExtensionContext, count: number): Promise<readonly StoredRow[]> {
  const named = async () => (await storedRows(context)).filter(({ cause }) => cause !== null).length;
  await expect
    .poll(named, { timeout: 20_000, interval: 100 })
    .toBeGreaterThanOrEqual(count)
    .catch(() => {});
  return await storedRows(context);
}
