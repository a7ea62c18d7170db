import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { startBlankPage } from './support/blank-page.ts';
import { noDeclaredRules } from './support/declared-rules.ts';
import { preGrant } from './support/extensions-page.ts';
import { switchOverride, unfold, waitForDetail } from './support/panel-view.ts';
import { ownChromium } from './support/shared-chromium.ts';

const HOST = 'api.example.test';
const PATTERN = `*://${HOST}/*`;
const chromium = ownChromium();

test('a host is asked for when the override needs it, and given back where that is said', async () => {
  await preGrant(chromium.browser, chromium.extensionId, PATTERN);
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const target = `http://${HOST}:${api.port}`;
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const extension = await chromium.openExtensionPage();
  const call = () =>
    page.evaluate(
      (url) =>
        fetch(url).then(
          ({ status }) => status,
          () => null,
        ),
      `${target}/`,
    );
  const isGranted = () =>
    extension.evaluate((wanted) => chrome.permissions.contains({ origins: [wanted] }), PATTERN);

  expect(await call()).toBeNull();
  await waitForDetail(panel, ['Chrome will ask you to allow access to', new URL(origin).host, HOST]);
  expect(await isGranted()).toBe(false);
  await switchOverride(panel, true);
  expect(await isGranted()).toBe(true);
  expect(await panel.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('switch');
  expect(await call()).toBe(200);

  await unfold(panel, 'Hosts you granted: 1');
  await click(panel, `::-p-aria(Give back the access to ${HOST}[role="button"])`);
  await waitForDetail(panel, ['Chrome will ask you to allow access to']);
  expect(await isGranted()).toBe(false);
  expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Just for me, now');
  await noDeclaredRules(extension);
  expect(await call()).toBeNull();
});
