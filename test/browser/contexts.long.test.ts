import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { exportReport, tabIdOf } from './harness/extension-page.ts';
import { type Call, ELEMENTS, FETCHES, REQUESTS } from './support/contexts/calls.ts';
import { expectAgreement, type Sent } from './support/contexts/judged.ts';
import {
  addFrame,
  DATA_URL,
  type Place,
  SANDBOXED,
  SANDBOXED_TEXT,
  startServiceWorker,
  startSharedWorker,
  startWorker,
} from './support/contexts/places.ts';
import { openScene, type Scene } from './support/contexts/scene.ts';
import { senders } from './support/contexts/senders.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

let scene: Scene;
beforeEach(async () => {
  scene = await openScene(chromium);
});

/** The service worker of the page sends what has this in its URL. */
const VIA_WORKER = '-via-worker';

/** Sends all calls at once, after some that CORS has no part in. */
async function sendAll(
  place: Place,
  origin: string,
  calls: readonly Call[],
  suffix = '',
): Promise<readonly Sent[]> {
  const { api } = scene;
  if (origin !== 'null') await place.evaluate(senders.fetchSimply, `${origin}/plain/own`);
  await place.evaluate(senders.fetchWithoutCors, `${api.otherOrigin}/plain/without-cors`);
  await place.evaluate(senders.postWithoutCors, `${api.otherOrigin}/plain/without-cors`);
  const sent = calls.map(({ name, manner, ending, method, included, send }) => {
    const url = `${api.otherOrigin}/${manner}/${name}${suffix}.${ending}`;
    return { send, sent: { url, method, origin, included, viaWorker: suffix === VIA_WORKER } };
  });
  await Promise.all(sent.map(({ send, sent: { url } }) => place.evaluate(send, url)));
  return sent.map((one) => one.sent);
}

async function expectJudgedAlike(place: Place, origin: string, calls: readonly Call[]) {
  const { extension, tabId, truths, api } = scene;
  const sent = await sendAll(place, origin, calls);
  return await expectAgreement(extension, tabId, sent, truths, api.requests);
}

describe('what is sent is reported once, as Chrome judges it', () => {
  test('from a page, with fetch, XMLHttpRequest and EventSource', async () => {
    const exchanges = await expectJudgedAlike(scene.page, scene.site.origin, REQUESTS);
    expect(new Set(exchanges.map(({ tabId }) => tabId))).toEqual(new Set([scene.tabId]));
  });

  test('from a page, with images, fonts, scripts, styles, video, beacons and keepalive', async () => {
    await expectJudgedAlike(scene.page, scene.site.origin, ELEMENTS);
  });

  test('from a frame of the same origin', async () => {
    await expectJudgedAlike(await addFrame(scene.page, { src: '/frame' }), scene.site.origin, REQUESTS);
  });

  test('from a frame of another site', async () => {
    const { page, site } = scene;
    const frame = await addFrame(page, { src: `${site.otherOrigin}/frame` });
    await expectJudgedAlike(frame, site.otherOrigin, [...REQUESTS, ...ELEMENTS]);
  });

  test.each([
    ['a sandboxed frame', SANDBOXED],
    ['a sandboxed frame without a URL of its own', SANDBOXED_TEXT],
    ['a frame of a data: URL', DATA_URL],
  ])('from %s, whose origin is opaque', async (_, attributes) => {
    await expectJudgedAlike(await addFrame(scene.page, attributes), 'null', REQUESTS);
  });

  test('from a dedicated worker', async () => {
    await expectJudgedAlike(await startWorker(scene.page), scene.site.origin, REQUESTS);
  });

  test.each([
    ["the page's service worker", startServiceWorker, FETCHES],
    ['a shared worker', startSharedWorker, REQUESTS],
  ])('from %s, in the report of each tab with its origin and of no other', async (_, start, calls) => {
    const { page, site, truths } = scene;
    const other = await chromium.openPage(`${site.otherOrigin}/`);
    const exchanges = await expectJudgedAlike(
      await start(chromium.browser, page, truths),
      site.origin,
      calls,
    );
    expect(new Set(exchanges.map(({ tabId }) => tabId))).toEqual(new Set([-1]));
    const twin = await chromium.openPage(`${site.origin}/frame`);
    const reportOf = async ({ url }: Pick<Page, 'url'>) =>
      (await exportReport(scene.extension, await tabIdOf(scene.extension, url()))).exchanges;
    expect(await reportOf({ url: () => other.url() })).toEqual([]);
    expect(await reportOf({ url: () => twin.url() })).toEqual(exchanges);
  });

  test('from a page whose service worker sends it', async () => {
    const { page, site, truths, api, extension, tabId } = scene;
    await startServiceWorker(chromium.browser, page, truths);
    const sent = await sendAll(page, site.origin, FETCHES, VIA_WORKER);
    const exchanges = await expectAgreement(extension, tabId, sent, truths, api.requests);
    expect(new Set(exchanges.map((exchange) => exchange.tabId))).toEqual(new Set([-1]));
  });
});

test('with DevTools open, which hears of it all, too, nothing is reported twice', async () => {
  const { page, site, truths, api } = scene;
  const { panel } = await chromium.openPanel(page);
  const worker = await startServiceWorker(chromium.browser, page, truths);
  const shared = await startSharedWorker(chromium.browser, page, truths);
  const sent = [
    ...(await sendAll(page, site.origin, [...REQUESTS, ...ELEMENTS])),
    ...(await sendAll(page, site.origin, FETCHES, VIA_WORKER)),
    ...(await sendAll(worker, site.origin, FETCHES, '-by-worker')),
    ...(await sendAll(shared, site.origin, FETCHES, '-by-shared')),
  ];
  // As long as a late source could still add a row of its own.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await expectAgreement(panel, await inspectedTabId(panel), sent, truths, api.requests);
});
