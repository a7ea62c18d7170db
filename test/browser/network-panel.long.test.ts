import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { startBlankPage } from './support/blank-page.ts';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium();

test('the Network panel shows the request and its preflight, and no other', async () => {
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel, devtools } = await chromium.openInspected(`${origin}/`);
  await page.evaluate(
    async (urls) => {
      for (const url of urls) await fetch(url, { headers: { 'x-asked': '1' } }).catch(() => null);
    },
    [`${api.origin}/v1/items?a=(1)&b=%22`, `${api.origin}/v1/other`, `${api.origin}/v2#there`],
  );
  await click(panel, '::-p-aria(Show in the Network panel[role="button"])');
  const count = await devtools.waitForSelector('::-p-text(/ 6 requests)', { visible: true, timeout: 10_000 });
  expect(await count?.evaluate((element) => element.textContent)).toContain('2 / 6 requests');
});
