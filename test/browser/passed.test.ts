import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { detailText, waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

/** The panel on a call that passed with these headers. */
async function startPassed(headers: readonly (readonly [string, string])[]) {
  const api = await chromium.started(
    startRawServer(({ isPreflight, headers: asked }) =>
      httpAnswer(isPreflight ? 204 : 200, [
        ['Access-Control-Allow-Origin', asked.get('origin') ?? 'none'],
        ['Access-Control-Allow-Headers', 'x-asked'],
        ['Vary', 'Origin'],
        ...headers,
      ]),
    ),
  );
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const [verdict] = await verdictsOn(page, [{ url: `${api.origin}/v1`, headers: { 'x-asked': '1' } }]);
  expect(verdict?.passed).toBe(true);
  await click(panel, '::-p-aria(Hide passed[role="checkbox"])');
  await waitForDetail(panel, ['allows this call']);
  return panel;
}

test('a call that passed is told of what is dangerous about it', async () => {
  const panel = await startPassed([['Access-Control-Max-Age', '2592000']]);
  await waitForDetail(panel, ['It works, but take care', 'Access-Control-Max-Age: 2592000', '2 hours']);
});

test('a call that passed well is not', async () => {
  const panel = await startPassed([['Access-Control-Max-Age', '600']]);
  expect(await detailText(panel)).not.toContain('take care');
});

test('headers that the script cannot read are named, with the line that exposes them', async () => {
  const panel = await startPassed([
    ['X-Total', '3'],
    ['X-Page', '1'],
    ['Access-Control-Expose-Headers', 'X-Page'],
  ]);
  await waitForDetail(panel, [
    'Where a list comes in pages, x-total says how long it is',
    "can't read these response headers: x-total",
    'Access-Control-Expose-Headers: X-Page, x-total',
  ]);
});
