import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import type { DevtoolsPanel } from './harness/devtools-panel.ts';
import { startBlankPage } from './support/blank-page.ts';
import { type Call, verdictsOn } from './support/chrome-verdict.ts';
import { overflowing } from './support/overflow.ts';
import { resizePanel, WIDTHS } from './support/panel-size.ts';
import { unfoldAll } from './support/panel-states.ts';
import { waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

const NOT_ALLOWED = 'x-not-listed';
const REVERSED = '\u202egnp.exe';
const LONG = 4 * 1024;
const MANY = 300;

/** Bytes as they go over the wire, each a character. */
function bytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function headers(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, '1']));
}

const ALLOWED = Array.from({ length: MANY - 1 }, (_, index) => `x-allowed-${index}`);
const BESIDES = ['x-allowed-0', NOT_ALLOWED];

/** What is sent and answered, by what is odd about it. Always one header isn't allowed. */
const CALLS: Readonly<Record<string, Omit<Call, 'url'> & { readonly path: string }>> = {
  'text that turns its direction, in the URL': {
    path: `/${REVERSED}?${REVERSED}`,
    headers: headers(BESIDES),
  },
  'a URL of 4 KB without a place to break it': { path: `/${'a'.repeat(LONG)}`, headers: headers(BESIDES) },
  'a query of 4 KB': { path: `/search?q=${'b'.repeat(LONG)}`, headers: headers(BESIDES) },
  '300 requested headers': { path: '/many', headers: headers([...ALLOWED, NOT_ALLOWED]) },
  'one requested header of 1 KB': {
    path: '/long',
    headers: headers([...BESIDES, `x-allowed-${'c'.repeat(1_000)}`]),
  },
};

/** The odd things of the server's: they come with every answer. Chrome drops lines whose name isn't ASCII. */
const ANSWER: readonly (readonly [string, string])[] = [
  ['Access-Control-Allow-Methods', 'GET'],
  ['X-Reversed', bytes(REVERSED)],
  [bytes('X-🚀🚀🚀'), bytes('🚀'.repeat(50))],
  [bytes('X-Ünï'), '1'],
  ['X-Unbroken', 'd'.repeat(LONG)],
  [`X-${'E'.repeat(500)}`, '1'],
];

async function start() {
  const api = await chromium.started(
    startRawServer(({ path, headers: asked }) => {
      const requested = asked.get('access-control-request-headers') ?? '';
      const allowed = requested.split(',').filter((name) => name !== NOT_ALLOWED);
      return httpAnswer(204, [
        ['Access-Control-Allow-Origin', asked.get('origin') ?? ''],
        ['Access-Control-Allow-Headers', path === '/emoji' ? bytes('🚀'.repeat(50)) : allowed.join(', ')],
        ...ANSWER,
      ]);
    }),
  );
  const { origin } = await chromium.started(startBlankPage());
  const shown = await chromium.openInspected(`${origin}/`);
  const { page } = shown;
  return { api, page, shown };
}

/** Whether the headline, and what it says isn't allowed, is in the window. */
function headlineInView(panel: Frame): Promise<boolean> {
  return panel.$eval('h1', (headline) => {
    const { top, bottom, left, right } = headline.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
  });
}

async function nothingOverflows(shown: DevtoolsPanel): Promise<void> {
  const { panel } = shown;
  for (const width of WIDTHS) {
    await resizePanel(shown, width, 800);
    expect({ width, inView: await headlineInView(panel) }).toEqual({ width, inView: true });
  }
  await unfoldAll(panel);
  for (const width of WIDTHS) {
    await resizePanel(shown, width, 800);
    expect({ width, found: await overflowing(panel) }).toEqual({ width, found: [] });
  }
}

describe.each(Object.entries(CALLS))('with %s', (_, { path, ...call }) => {
  test('nothing is wider than the window, and what matters stays in view', async () => {
    const { api, page, shown } = await start();
    const [verdict] = await verdictsOn(page, [{ ...call, url: new URL(path, api.origin).href }]);
    expect(verdict?.parameter).toBe(NOT_ALLOWED);
    await waitForDetail(shown.panel, [NOT_ALLOWED]);
    await nothingOverflows(shown);
    const item = await shown.panel.waitForSelector(
      `::-p-xpath(//table//li[contains(., "${NOT_ALLOWED}") and contains(., "not allowed")])`,
      { visible: true, timeout: 5_000 },
    );
    expect(item).not.toBeNull();
  });
});

test('with a list of allowed headers that holds the bytes of emoji, neither is anything', async () => {
  const { api, page, shown } = await start();
  const [verdict] = await verdictsOn(page, [{ url: `${api.origin}/emoji`, headers: headers(BESIDES) }]);
  expect(verdict?.corsError).toBe('InvalidAllowHeadersPreflightResponse');
  await waitForDetail(shown.panel, ['Access-Control-Allow-Headers', '🚀']);
  await nothingOverflows(shown);
});

test('the check sees what is too wide, and lets code scroll', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${origin}/`);
  const wide = '<i style="display: inline-block; width: 9999px">x</i>';
  const shows = async (html: string) => {
    await page.evaluate((body) => {
      document.body.innerHTML = body;
    }, html);
    return (await overflowing(page)).length;
  };
  expect(await shows(`<pre style="overflow: auto">${wide}</pre>`)).toBe(0);
  expect(await shows(`<p style="overflow: hidden; text-overflow: ellipsis">${wide}</p>`)).toBe(0);
  expect(await shows(wide)).toBeGreaterThan(0);
  expect(await shows(`<p style="overflow: auto">${wide}</p>`)).toBeGreaterThan(0);
  expect(await shows(`<p style="overflow: hidden">${wide}</p>`)).toBeGreaterThan(0);
});
