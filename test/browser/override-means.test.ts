import type { Frame, Page, WebWorker } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Consent } from '../../src/override/consent.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { sendMessage, tabIdOf } from './harness/extension-page.ts';
import { startBlankPage } from './support/blank-page.ts';
import { startServiceWorker } from './support/service-worker.ts';
import { settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const ALLOW = 'Access-Control-Allow-';

/** A server that has trouble of a kind with preflights; the path says of which. */
function answer(elsewhere: () => string) {
  return ({ path, headers, isPreflight }: RawRequest): string => {
    const origin = headers.get('origin') ?? '';
    const own = `http://${headers.get('host')}`;
    switch (path) {
      case '/knows-origins':
        return origin === own
          ? httpAnswer(isPreflight ? 204 : 200, [
              [`${ALLOW}Origin`, origin],
              [`${ALLOW}Headers`, 'content-type'],
            ])
          : httpAnswer(403, []);
      case '/no-options':
        return httpAnswer(isPreflight ? 405 : 200, []);
      case '/login-first':
        return httpAnswer(isPreflight ? 401 : 200, [['WWW-Authenticate', 'Bearer']]);
      case '/moved':
        return isPreflight ? httpAnswer(301, [['Location', '/moved/']]) : httpAnswer(200, []);
      case '/gateway':
        return httpAnswer(302, [['Location', `${elsewhere()}/login`]]);
      default:
        return httpAnswer(200, [['Content-Type', 'text/html']]);
    }
  };
}

async function start() {
  const login = await chromium.started(startRawServer(answer(() => '')));
  const api = await chromium.started(startRawServer(answer(() => login.origin)));
  const { origin: pageOrigin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${pageOrigin}/`);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, `${pageOrigin}/`);
  const setOverride = (targetOrigin: string, enabled: boolean, allow: readonly Consent[] = []) =>
    sendMessage(extension, { type: 'setOverride', tabId, pageOrigin, targetOrigin, enabled, allow });
  return { api, login, page, extension, tabId, setOverride };
}

/** @returns the status that the page could read, or that it could read nothing */
function call(
  page: Page | Frame | WebWorker,
  url: string,
  credentials: RequestCredentials = 'include',
): Promise<number | 'blocked'> {
  return page.evaluate(
    (wanted, mode) =>
      fetch(wanted, {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': 'application/json' },
        credentials: mode,
      }).then(
        ({ status }) => status,
        () => 'blocked' as const,
      ),
    url,
    credentials,
  );
}

test('a server on loopback that knows its origins is asked with its own', async () => {
  const { api, page, setOverride } = await start();
  const url = `${api.origin}/knows-origins`;
  expect(await call(page, url)).toBe('blocked');
  expect(await setOverride(api.origin, true)).toEqual({ ok: true });
  expect(await call(page, url)).toBe(200);
  expect(await setOverride(api.origin, false)).toEqual({ ok: true });
  expect(await call(page, url)).toBe('blocked');
});

test.each(['/no-options', '/login-first', '/moved'])(
  'with consent the preflight to %s is answered in the server’s place',
  async (path) => {
    const { api, page, setOverride } = await start();
    const url = `${api.origin}${path}`;
    expect(await call(page, url)).toBe('blocked');
    await setOverride(api.origin, true);
    expect(await call(page, url)).toBe('blocked');
    await setOverride(api.origin, true, ['answer-preflight']);
    const seen = api.requests.length;
    expect(await call(page, url)).toBe(200);
    expect(api.requests.slice(seen).map(({ method }) => method)).toEqual(['POST']);
    await setOverride(api.origin, false);
    expect(await call(page, url)).toBe('blocked');
  },
);

test('they are answered, too, while the page is about to go to another that does not answer', async () => {
  const { api, page, setOverride } = await start();
  const silent = await chromium.started(startRawServer(() => new Promise<string>(() => {})));
  await setOverride(api.origin, true, ['answer-preflight']);
  // In one go: as long as the navigation is under way, nothing else reaches the page.
  const status = await page.evaluate(
    async (url, elsewhere) => {
      location.href = elsewhere;
      await new Promise((resolve) => setTimeout(resolve, 500));
      const init = { method: 'PUT', signal: AbortSignal.timeout(4_000) };
      const called = await fetch(url, init).then(
        (response) => response.status,
        ({ name }: DOMException) => name,
      );
      window.stop();
      return called;
    },
    `${api.origin}/no-options`,
    `${silent.origin}/`,
  );
  expect(status).toBe(200);
});

test('in a sandboxed frame they are answered, too, with consent for opaque origins', async () => {
  const { api, page, setOverride } = await start();
  await page.evaluate(() => {
    document.body.innerHTML = '<iframe name="box" sandbox="allow-scripts" srcdoc="x"></iframe>';
  });
  const box = await page.waitForFrame(async (frame) => (await frame.evaluate('name')) === 'box');
  const url = `${api.origin}/no-options`;
  expect(await call(box, url)).toBe('blocked');
  await setOverride(api.origin, true, ['answer-preflight']);
  expect(await call(box, url)).toBe('blocked');
  await setOverride(api.origin, true, ['opaque-origin']);
  expect(await call(box, url)).toBe(200);
  await setOverride(api.origin, false);
  expect(await call(box, url)).toBe('blocked');
});

test('in the page’s service worker, too, with consent for that', async () => {
  const { api, page, setOverride } = await start();
  const service = await startServiceWorker(page, '/service.js');
  const url = `${api.origin}/no-options`;
  expect(await call(service, url)).toBe('blocked');
  await setOverride(api.origin, true, ['answer-preflight']);
  expect(await call(service, url)).toBe('blocked');
  await setOverride(api.origin, true, ['service-worker']);
  expect(await call(service, url)).toBe(200);
  expect(await call(page, url)).toBe(200);
  await setOverride(api.origin, false);
  expect(await call(service, url)).toBe('blocked');
});

test('a login gateway: each hop gets through once its origin is enabled, and ends at the login page', async () => {
  const { api, login, page, extension, tabId, setOverride } = await start();
  const url = `${api.origin}/gateway`;
  expect(await call(page, url)).toBe('blocked');
  await setOverride(api.origin, true, ['answer-preflight']);
  expect(await call(page, url)).toBe('blocked');
  await setOverride(login.origin, true);
  expect(await call(page, url)).toBe(200);
  const exchanges = await settledExchanges(extension, tabId, 3);
  expect(exchanges.at(-1)).toMatchObject({
    url: `${login.origin}/login`,
    outcome: 'allowed',
    overridden: true,
  });
});
