import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { httpAnswer, type RawServer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { sendMessage, tabIdOf } from './harness/extension-page.ts';
import { startBlankPage } from './support/blank-page.ts';
import { type Call, type Verdict, verdictsOn } from './support/chrome-verdict.ts';
import { declaredRules, noDeclaredRules } from './support/declared-rules.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

/** Answers as the path says, so that calls both pass and fail without an override. */
function answer({ path, headers, isPreflight }: RawRequest): string {
  const origin = headers.get('origin') ?? 'null';
  const status = isPreflight ? 204 : 200;
  switch (path) {
    case '/fine':
      return httpAnswer(status, [
        ['Access-Control-Allow-Origin', origin],
        ['Access-Control-Allow-Headers', 'x-asked'],
      ]);
    case '/any':
      return httpAnswer(status, [
        ['Access-Control-Allow-Origin', '*'],
        ['Access-Control-Allow-Headers', '*'],
      ]);
    case '/no-header':
      return httpAnswer(status, [['Access-Control-Allow-Origin', origin]]);
    default:
      return httpAnswer(status, []);
  }
}

function callsTo({ origin }: { origin: string }): readonly Call[] {
  const headers = { 'x-asked': '1' };
  return [
    { url: `${origin}/fine`, method: 'POST', headers },
    { url: `${origin}/any`, method: 'POST', headers },
    { url: `${origin}/no-header`, method: 'POST', headers },
    { url: `${origin}/closed` },
  ];
}

/** What becomes of these calls where no override is. */
const WITHOUT_OVERRIDE = [null, null, 'HeaderDisallowedByPreflightResponse', 'MissingAllowOriginHeader'];
const LET_THROUGH = [null, null, null, null];

function corsErrors(verdicts: readonly Verdict[]): readonly (string | null)[] {
  return verdicts.map(({ passed, corsError }) => (passed ? null : corsError));
}

interface Scene {
  readonly api: RawServer;
  readonly page: Page;
  readonly pageOrigin: string;
  readonly extension: Page;
  readonly tabId: number;
}

/** A page whose calls to an API an override lets through. */
async function startOverridden(): Promise<Scene> {
  const api = await chromium.started(startRawServer(answer));
  const { origin: pageOrigin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${pageOrigin}/`);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, `${pageOrigin}/`);
  expect(corsErrors(await verdictsOn(page, callsTo(api)))).toEqual(WITHOUT_OVERRIDE);
  const command = { type: 'setOverride', tabId, pageOrigin, targetOrigin: api.origin, enabled: true };
  expect(await sendMessage(extension, command)).toEqual({ ok: true });
  expect(corsErrors(await verdictsOn(page, callsTo(api)))).toEqual(LET_THROUGH);
  return { api, page, pageOrigin, extension, tabId };
}

describe('while an override is on', () => {
  test('a page on another localhost port, in another tab, is untouched', async () => {
    const { api, page } = await startOverridden();
    const { origin } = await chromium.started(startBlankPage());
    const other = await chromium.openPage(`${origin}/`);
    expect(corsErrors(await verdictsOn(other, callsTo(api)))).toEqual(WITHOUT_OVERRIDE);
    expect(corsErrors(await verdictsOn(page, callsTo(api)))).toEqual(LET_THROUGH);
  });

  test('the same page in another tab is untouched', async () => {
    const { api, page, pageOrigin } = await startOverridden();
    const other = await chromium.openPage(`${pageOrigin}/`);
    expect(corsErrors(await verdictsOn(other, callsTo(api)))).toEqual(WITHOUT_OVERRIDE);
    expect(corsErrors(await verdictsOn(page, callsTo(api)))).toEqual(LET_THROUGH);
  });

  test('a page that is not on loopback is untouched', async () => {
    const { api, page } = await startOverridden();
    const { port } = await chromium.started(startBlankPage());
    const other = await chromium.openPage(`http://app.example.test:${port}/`);
    expect(corsErrors(await verdictsOn(other, callsTo(api)))).toEqual(WITHOUT_OVERRIDE);
    expect(corsErrors(await verdictsOn(page, callsTo(api)))).toEqual(LET_THROUGH);
  });

  test('another port of the target host is untouched', async () => {
    const { api, page } = await startOverridden();
    const other = await chromium.started(startRawServer(answer));
    expect(corsErrors(await verdictsOn(page, callsTo(other)))).toEqual(WITHOUT_OVERRIDE);
    expect(corsErrors(await verdictsOn(page, callsTo(api)))).toEqual(LET_THROUGH);
  });

  test('the same tab on another localhost port is untouched, and let through again when it is back', async () => {
    const { api, page, pageOrigin } = await startOverridden();
    const { origin } = await chromium.started(startBlankPage());
    await page.goto(`${origin}/`);
    expect(corsErrors(await verdictsOn(page, callsTo(api)))).toEqual(WITHOUT_OVERRIDE);
    await page.goto(`${pageOrigin}/`);
    // Rules come back once the worker has heard that the page has.
    await expect.poll(async () => corsErrors(await verdictsOn(page, callsTo(api)))).toEqual(LET_THROUGH);
  });
});

test('an override for a page that is not on loopback is refused', async () => {
  const api = await chromium.started(startRawServer(answer));
  const { port } = await chromium.started(startBlankPage());
  const pageOrigin = `http://app.example.test:${port}`;
  const page = await chromium.openPage(`${pageOrigin}/`);
  const extension = await chromium.openExtensionPage();
  await page.bringToFront();
  const tabId = await extension.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
  const command = { type: 'setOverride', tabId, pageOrigin, targetOrigin: api.origin, enabled: true };
  expect(await sendMessage(extension, command)).toEqual({
    ok: false,
    error: expect.stringContaining(pageOrigin),
  });
  expect(await declaredRules(extension)).toEqual([]);
});

test('closing the tab takes its rules away', async () => {
  const { page, extension } = await startOverridden();
  expect(await declaredRules(extension)).not.toEqual([]);
  await page.close();
  await noDeclaredRules(extension);
});
