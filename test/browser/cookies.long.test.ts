import { createServer } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { startAnsweringSite } from '../servers/answering-site.ts';
import { closeServer, listen } from '../servers/listen.ts';
import { click } from './harness/click.ts';
import { waitForDetail } from './support/panel-view.ts';
import { profileWith } from './support/profile.ts';
import { ownChromium } from './support/shared-chromium.ts';

/** `/login?…` sets a cookie with the attributes of the query; whatever has none is answered 401 at `/whoami`. */
const api = createServer(({ url = '', headers: { origin = '*', cookie } }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  const set = searchParams.get('set');
  if (set !== null) response.setHeader('Set-Cookie', `session=not-a-secret${set}`);
  response.writeHead(pathname === '/whoami' && cookie === undefined ? 401 : 200).end();
});
const port = await listen(api, '127.0.0.1');
const site = await startAnsweringSite({
  '/': '<!doctype html><title>A page</title><link rel="icon" href="data:,">',
});
afterAll(() => Promise.all([closeServer(api), site.close()]));
const HOST = `127.0.0.1:${port}`;

/** The row of the call after the login. */
const ROW = '.row-name::-p-text(whoami)';

/** A login, and the words for what Chrome did with its cookie. */
type Case = readonly [attributes: string, chrome: readonly string[], said: readonly string[]];

const ALLOWED: readonly Case[] = [
  ['', ['SchemefulSameSiteUnspecifiedTreatedAsLax'], ['sets it without SameSite', 'SameSite=None; Secure']],
  ['; HttpOnly; SameSite=Lax', ['SchemefulSameSiteLax'], ['sets it with SameSite=Lax']],
  ['; SameSite=Strict', ['SchemefulSameSiteStrict'], ['sets it with SameSite=Strict']],
  ['; SameSite=None', ['SameSiteNoneInsecure'], ['sets it with SameSite=None and without Secure']],
  ['; SameSite=None; Partitioned', [], ['sets it with Partitioned and without Secure']],
];
const BLOCKED: readonly Case[] = [
  ['; SameSite=None; Secure', ['UserPreferences'], ['Sec-Fetch-Storage-Access: none', 'with Partitioned']],
  ['; SameSite=Lax', ['UserPreferences'], ['Sec-Fetch-Storage-Access: none']],
];

/** Makes the page log in, then ask who it is. @returns the status, and why Chrome took or sent no cookie */
async function logIn(page: Page, set: string) {
  const session = await page.createCDPSession();
  const reasons: string[] = [];
  session.on('Network.responseReceivedExtraInfo', ({ blockedCookies }) => {
    reasons.push(...blockedCookies.flatMap(({ blockedReasons }) => blockedReasons));
  });
  await session.send('Network.enable');
  const status = await page.evaluate(
    async (host, attributes) => {
      const init = { credentials: 'include' } as const;
      await fetch(`http://${host}/login?set=${encodeURIComponent(attributes)}`, init);
      return (await fetch(`http://${host}/whoami`, init)).status;
    },
    HOST,
    set,
  );
  return { status, reasons };
}

describe.each([
  ['third-party cookies are allowed', 0, ALLOWED, '; SameSite=None; Secure'],
  ['third-party cookies are blocked', 1, BLOCKED, '; SameSite=None; Secure; Partitioned'],
] as const)('%s:', (_, mode, cases, right) => {
  const chromium = ownChromium({
    userDataDir: profileWith(inject('profiles'), { cookie_controls_mode: mode }),
  });

  test.each(cases)('a cookie with “%s” stays at home, for Chrome’s own reason', async (set, chrome, said) => {
    const { page, panel } = await chromium.openInspected(`${site.origin}/`);
    await click(panel, '::-p-aria(Hide passed[role="checkbox"])');
    const { status, reasons } = await logIn(page, set);
    expect({ status, reasons }).toEqual({ status: 401, reasons: chrome });
    await click(panel, ROW);
    await waitForDetail(panel, ['CORS let it through, and no cookie came with it', ...said], 10_000);
  });

  test(`a cookie with “${right}” comes along, and nothing is said`, async () => {
    const { page, panel } = await chromium.openInspected(`${site.origin}/`);
    await click(panel, '::-p-aria(Hide passed[role="checkbox"])');
    expect(await logIn(page, right)).toEqual({ status: 200, reasons: [] });
    await click(panel, ROW);
    await waitForDetail(panel, [`${HOST} allows this call`], 10_000);
    expect(await panel.$('#cookies-title')).toBeNull();
  });
});
