import { beforeEach, describe, expect, test } from 'vitest';
import { type AnsweringSite, type ArrivedRequest, startAnsweringSite } from '../servers/answering-site.ts';
import { exportReport, tabIdOf } from './harness/extension-page.ts';
import { expectAgreement, judgedByReport, type Sent, settled } from './support/contexts/judged.ts';
import { openScene, type Scene } from './support/contexts/scene.ts';
import { type Sender, senders } from './support/contexts/senders.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

let scene: Scene;
let other: AnsweringSite;
beforeEach(async () => {
  other = await chromium.started(startAnsweringSite());
  scene = await openScene(chromium, {
    '/second': '<!doctype html><title>Another page</title>',
    '/unload': UNLOADED,
  });
});

/** A page that isn't kept for the way back. */
const UNLOADED = '<!doctype html><title>A page</title><script>onunload = () => {};</script>';

function arrived(): readonly ArrivedRequest[] {
  return [...scene.site.requests, ...scene.api.requests, ...other.requests];
}

/** A URL that redirects to another. */
function via(server: string, target: string): string {
  return `${server}/to/${target.length}?to=${encodeURIComponent(target)}`;
}

async function send(
  sender: Sender,
  sent: readonly Pick<Sent, 'url' | 'lastUrl'>[],
  method: string,
): Promise<Sent[]> {
  await Promise.all(sent.map(({ url }) => scene.page.evaluate(sender, url)));
  return sent.map((one) => ({ ...one, method, origin: scene.site.origin, included: false }));
}

describe('redirects', () => {
  const chains: readonly (readonly [
    what: string,
    urls: (a: string, b: string, page: string) => readonly string[],
  ])[] = [
    ['within one foreign origin', (a) => [a, a]],
    ['from one foreign origin to another, which taints', (a, b) => [a, b]],
    ["from the page's own origin to a foreign one", (a, _b, page) => [page, a]],
    ["from a foreign origin back to the page's own", (a, _b, page) => [a, page]],
    ['over three hops', (a, b) => [a, b, a, b]],
  ];

  test.each(chains)('%s', async (_, servers) => {
    const { api, site, extension, tabId, truths } = scene;
    const chain = (ending: string) => {
      const [last = '', ...before] = servers(api.otherOrigin, other.otherOrigin, site.origin).toReversed();
      const lastUrl = `${last}/${ending}`;
      return { url: before.reduce((target, server) => via(server, target), lastUrl), lastUrl };
    };
    const sent = [
      ...(await send(senders.fetchSimply, ['pass/get', 'no-origin/get'].map(chain), 'GET')),
      ...(await send(
        senders.fetchWithPreflight,
        ['pass/put', 'no-header/put', 'no-origin/put'].map(chain),
        'PUT',
      )),
    ];
    await expectAgreement(extension, tabId, sent, truths, arrived());
  });

  test('to a URL with a password', async () => {
    const { api, extension, tabId, truths } = scene;
    const url = via(api.otherOrigin, `${other.otherOrigin.replace('//', '//user:secret@')}/pass/get`);
    const exchanges = await expectAgreement(
      extension,
      tabId,
      await send(senders.fetchSimply, [{ url }], 'GET'),
      truths,
      arrived(),
    );
    expect(exchanges.map(({ failures }) => failures[0]?.error)).toEqual(['RedirectContainsCredentials']);
  });
});

test('a preflight that the browser remembers is not made up for later requests', async () => {
  const { api, page, extension, tabId } = scene;
  const url = `${api.otherOrigin}/remembered/put`;
  for (const _ of [1, 2, 3]) await page.evaluate(senders.fetchWithPreflight, url);
  expect(api.requests.map(({ method }) => method)).toEqual(['OPTIONS', 'PUT', 'PUT', 'PUT']);
  const exchanges = await settled(extension, tabId, 3);
  expect(
    exchanges.map((exchange) => {
      const { outcome, error, preflighted } = judgedByReport(exchange, false);
      return [outcome, error, preflighted];
    }),
  ).toEqual([
    ['allowed', null, true],
    ['allowed', null, false],
    ['blocked', 'MissingAllowOriginHeader', false],
  ]);
});

test('identical simultaneous requests are each reported, with their own preflights', async () => {
  const { api, page, extension, tabId, truths } = scene;
  const urls = ['pass', 'no-header'].map((manner) => `${api.otherOrigin}/${manner}/same`);
  await page.evaluate((all) => {
    const init = { method: 'PUT', headers: { 'x-custom': '1' } };
    const six = all.flatMap((url) => Array.from({ length: 6 }, () => url));
    return Promise.allSettled(six.map((url) => fetch(url, init).then((response) => response.text()))).then(
      () => null,
    );
  }, urls);
  await expect.poll(() => urls.map((url) => truths.of(url).length)).toEqual([6, 6]);
  expect(truths.of(urls[1] ?? '').map(({ corsError }) => corsError)).toEqual(
    Array(6).fill('HeaderDisallowedByPreflightResponse'),
  );
  const exchanges = await settled(extension, tabId, 12);
  const essence = exchanges.map(({ outcome, failures, preflight }) => [
    outcome,
    failures[0]?.error,
    preflight?.status,
  ]);
  expect(essence.toSorted()).toEqual([
    ...Array(6).fill(['allowed', undefined, 204]),
    ...Array(6).fill(['blocked', 'HeaderDisallowedByPreflightResponse', 204]),
  ]);
});

describe('what the page gives up failed, and was not blocked', () => {
  test('while its preflight or its answer was on the way', async () => {
    const { api, extension, tabId, truths } = scene;
    const urls = [api.origin, api.otherOrigin].flatMap((server) =>
      ['stuck-preflight/a', 'stuck/a', 'stuck/b', 'stuck/c'].map((path) => ({ url: `${server}/${path}` })),
    );
    const sent = await send(senders.fetchThenAbort, urls, 'PUT');
    const exchanges = await expectAgreement(extension, tabId, sent, truths, arrived());
    expect(new Set(exchanges.map(({ failures }) => failures[0]?.error))).toEqual(
      new Set(['net::ERR_ABORTED']),
    );
  });

  test('by going to another page', async () => {
    const { api, site, page, extension, tabId } = scene;
    await page.goto(`${site.origin}/unload`);
    await page.evaluate((server) => {
      void fetch(`${server}/stuck-preflight/a`, { method: 'PUT' });
      return fetch(`${server}/stuck/a`).then(() => undefined);
    }, api.otherOrigin);
    await page.goto(`${site.origin}/second`);
    const exchanges = await settled(extension, tabId, 2);
    expect(exchanges.map(({ outcome, failures }) => [outcome, failures[0]?.error])).toEqual([
      ['failed', 'net::ERR_ABORTED'],
      ['failed', 'net::ERR_ABORTED'],
    ]);
  });
});

test('a page that came back from the back/forward cache', async () => {
  const { api, site, page, extension, tabId, truths } = scene;
  const url = (name: string) => ({ url: `${api.otherOrigin}/no-header/${name}` });
  const before = await send(senders.fetchWithPreflight, [url('before')], 'PUT');
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
  });
  await page.goto(`${site.origin}/second`);
  const between = await send(senders.fetchWithPreflight, [url('between')], 'PUT');
  await page.goBack();
  expect(await page.evaluate(() => 'persisted' in window && window.persisted)).toBe(true);
  const after = await send(senders.fetchWithPreflight, [url('after')], 'PUT');
  await expectAgreement(extension, tabId, [...before, ...between, ...after], truths, arrived());
});

test('a prerendered page, before it is shown and after', async () => {
  const api = await chromium.started(startAnsweringSite());
  const code = ['no-header/put', 'pass/put', 'no-origin/put'].map(
    (path) => `fetch('${api.otherOrigin}/${path}', { method: 'PUT', headers: { 'x-custom': '1' } })`,
  );
  const head = '<!doctype html><title>A page</title><link rel="icon" href="data:,">';
  const site = await chromium.started(
    startAnsweringSite({
      '/': `${head}<script type="speculationrules">${JSON.stringify({ prerender: [{ urls: ['/next'] }] })}</script>`,
      '/next': `${head}<script>
        const outcomes = Promise.allSettled([${code}]);
        document.addEventListener('prerenderingchange', async () => {
          fetch('/shown/' + (await outcomes).map(({ status }) => status));
        });
      </script>`,
    }),
  );
  // No session listens here: Chrome prerenders nothing for a page that one is attached to.
  const page = await chromium.openPage(`${site.origin}/`);
  const extension = await chromium.openExtensionPage();
  await page.bringToFront();
  const tabId = await tabIdOf(extension, `${site.origin}/`);
  const essence = async () =>
    (await settled(extension, tabId, 3)).map(({ url, outcome, failures }) => [
      new URL(url).pathname,
      outcome,
      failures[0]?.error ?? null,
    ]);
  const expected = [
    ['/no-header/put', 'blocked', 'HeaderDisallowedByPreflightResponse'],
    ['/no-origin/put', 'blocked', 'MissingAllowOriginHeader'],
    ['/pass/put', 'allowed', null],
  ];
  expect((await essence()).toSorted()).toEqual(expected);
  expect(await tabIdOf(extension, `${site.origin}/`)).toBe(tabId);
  await page.evaluate(() => location.assign('/next'));
  // The page says so itself: puppeteer may lose the tab when its frame is exchanged for the prerendered one.
  const shown = () => site.requests.map(({ url }) => url).filter((url) => url.includes('/shown/'));
  await expect.poll(shown).toEqual([`${site.origin}/shown/rejected,fulfilled,rejected`]);
  expect(await tabIdOf(extension, `${site.origin}/next`)).toBe(tabId);
  expect((await essence()).toSorted()).toEqual(expected);
  expect((await exportReport(extension, tabId)).exchanges).toHaveLength(3);
});
