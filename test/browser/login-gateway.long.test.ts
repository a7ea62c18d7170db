import { expect, test } from 'vitest';
import { hasNginx, startAuthRequest } from '../servers/auth-request.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { startBlankPage } from './support/blank-page.ts';
import { switchOverride, waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { chooseStack, shownChoice, shownEdits, shownStack } from './support/shown-recipe.ts';

const chromium = shareChromium();

/** A page, and an API behind a gateway that sends everybody without a cookie to the login page of another host. */
async function start() {
  const login = await chromium.started(
    startRawServer(() => httpAnswer(200, [['Content-Type', 'text/html']], '<title>Log in</title>')),
  );
  const gateway = await chromium.started(
    startRawServer(() => httpAnswer(302, [['Location', `${login.origin}/login?next=/api`]])),
  );
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const call = () =>
    page.evaluate(
      (url) =>
        fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }).then(
          ({ status }) => status,
          () => 'blocked',
        ),
      `${gateway.origin}/api`,
    );
  return { login, gateway, panel, call };
}

test('the gateway is named as what it is, and nobody is told to log in', async () => {
  const { gateway, panel, call } = await start();
  expect(await call()).toBe('blocked');
  await waitForDetail(panel, [new URL(gateway.origin).host, 'login page', 'OPTIONS']);
  expect(await panel.$eval('[data-cause]', (element) => element.getAttribute('data-cause'))).toBe(
    'preflight-login-redirect',
  );
});

test('with overrides the call gets through, and the answer is called the login page', async () => {
  const { login, panel, call } = await start();
  await call();
  await waitForDetail(panel, ['login page']);
  await click(panel, '[role=switch]');
  await click(panel, '::-p-aria(Turn on[role="button"])');
  await panel.waitForSelector('[role=switch][aria-checked=true][aria-busy=false]');
  // Past the gateway, the login page's host has to be let through as well.
  expect(await call()).toBe('blocked');
  await click(panel, '::-p-aria(Show[role="button"])');
  await waitForDetail(panel, [new URL(login.origin).host]);
  await switchOverride(panel, true);
  expect(await call()).toBe(200);
  await click(panel, '::-p-aria(Show[role="button"])');
  await waitForDetail(panel, ['got through', 'login page']);
});

test.skipIf(!hasNginx)(
  'nginx auth_request is recognised, and what is shown for it works on first paste',
  async () => {
    const { origin } = await chromium.started(startBlankPage());
    const { page, panel } = await chromium.openInspected(`${origin}/`);
    const call = (asked: string) =>
      page.evaluate(
        (url) =>
          fetch(url, { headers: { Authorization: 'Bearer 1' } }).then(
            ({ status }) => status,
            () => 'blocked',
          ),
        asked,
      );
    const { url } = await chromium.started(startAuthRequest());
    expect(await call(url)).toBe('blocked');
    await waitForDetail(panel, ['401', 'nginx auth_request']);
    // By its own page alone it's only likely: the user is asked.
    expect(await shownStack(panel)).toBe('headers-only');
    expect(await shownChoice(panel)).toBe('Probably nginx auth_request: choose your server');
    await chooseStack(panel, 'nginx-auth-request');
    const edits = await shownEdits(panel);
    expect(edits).toHaveLength(1);
    // The application behind it goes on answering for itself: nothing is taken from what it allows.
    expect(edits[0]?.code).not.toContain('proxy_hide_header');
    const mended = await chromium.started(startAuthRequest(edits));
    expect(await call(mended.url)).toBe(204);
  },
);
