import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { detailText, waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const WAY_OUT = 'run your page on this machine';

test.each([
  [200, true],
  [403, true],
  [401, false],
  [429, false],
])('on a real site, a call that got %i: an override elsewhere would help: %s', async (status, helps) => {
  const api = await chromium.started(startRawServer(() => httpAnswer(status, [])));
  const site = await chromium.started(
    startRawServer(() => httpAnswer(200, [['Content-Type', 'text/html']], '<title>A page</title>')),
  );
  const { page, panel } = await chromium.openInspected(`http://app.example.test:${site.port}/`);
  await page.evaluate((url) => fetch(url).catch(() => {}), `http://api.example.test:${api.port}/v1`);
  await waitForDetail(panel, ["This page isn't on localhost"]);
  expect((await detailText(panel)).includes(WAY_OUT)).toBe(helps);
});
