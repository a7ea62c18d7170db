import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { watchErrors } from './support/watch-errors.ts';

const chromium = shareChromium();

/** S3 is recognised by them; its recipe looks for the bucket in the URL. */
const S3 = [
  ['Server', 'AmazonS3'],
  ['x-amz-request-id', '1'],
] as const;

/** The row that isn't selected. */
const OTHER = '[role=treeitem][aria-level="2"][aria-selected=false]';

/** From now on the panel throws where it draws the fix of a call to this URL's path. */
function breakFixOf(panel: Frame, path: string): Promise<void> {
  return panel.evaluate((broken) => {
    const Parser = globalThis.URL;
    globalThis.URL = class extends Parser {
      constructor(url: string | URL, base?: string | URL) {
        super(url, base);
        if (this.pathname === broken) throw new URIError('URI malformed');
      }
    };
  }, path);
}

test('where drawing a request’s details fails, that is said, the error is told, and other requests are shown', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const api = await chromium.started(startRawServer(() => httpAnswer(204, S3)));
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const watched = await chromium.started(watchErrors(chromium.browser, chromium.extensionId));
  await breakFixOf(panel, '/broken');
  await verdictsOn(page, [{ url: `${api.origin}/broken`, method: 'PUT' }]);
  await waitForDetail(panel, [
    'An error in Preflight Inspector keeps the details of this request from being shown.',
  ]);
  expect(await panel.$eval('.detail [role=alert]', (alert) => alert.textContent)).toContain(
    'export the report',
  );
  expect(watched.messages.join('\n')).toContain('URI malformed');

  await verdictsOn(page, [{ url: `${api.origin}/fine`, method: 'DELETE' }]);
  await panel.waitForSelector(OTHER);
  await click(panel, OTHER);
  await waitForDetail(panel, ['Fix it for everyone', '/fine']);
  expect(await panel.$('.detail [role=alert]')).toBeNull();
});
