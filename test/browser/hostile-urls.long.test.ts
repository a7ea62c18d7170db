import { describe, expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { sendCommand } from './harness/extension-page.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { openWatched, openWatchedBlank } from './support/watched-panel.ts';

const LOOK_ALIKES = ['localhost.evil.test', '127.0.0.1.nip.test'];
const chromium = shareChromium();

describe('URLs of 200 KB', () => {
  test('don’t keep an override from coming into force', async () => {
    const { origin, page, panel, tabId, watched } = await openWatchedBlank(chromium);
    const other = await chromium.started(startRawServer(() => httpAnswer(200, [])));
    const api = await chromium.started(
      startRawServer(() => httpAnswer(302, [['Location', `${other.origin}/${'a'.repeat(200_000)}`]])),
    );
    const command = { type: 'setOverride', tabId, pageOrigin: origin, enabled: true } as const;
    for (const targetOrigin of [api.origin, other.origin]) {
      expect(await sendCommand(panel, { ...command, targetOrigin })).toEqual({ ok: true });
    }
    await verdictsOn(page, [{ url: `${api.origin}/` }]);
    expect(await sendCommand(panel, { ...command, targetOrigin: 'http://127.0.0.1:1' })).toEqual({
      ok: true,
    });
    expect((await verdictsOn(page, [{ url: `${other.origin}/direct` }]))[0]?.passed).toBe(true);
    expect(watched.messages).toEqual([]);
  });
});

describe('no override is offered, nor granted to whoever asks for it all the same, on', () => {
  type Urls = (port: number) => string;
  const PAGES: readonly (readonly [name: string, url: Urls, outcome: string])[] = [
    ...LOOK_ALIKES.map((host) => [host, (port: number) => `http://${host}:${port}/`, 'blocked'] as const),
    ['localhost@evil.test', (port) => `http://localhost@evil.test:${port}/`, 'blocked'],
    // Chrome's local network access checks stop it before CORS does.
    ['a data: URL', () => 'data:text/html,<title>localhost</title>', 'failed'],
  ];

  test.each(PAGES)('%s', async (_name, urlAt, outcome) => {
    const { port } = await chromium.started(startBlankPage());
    const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
    const { page, panel, tabId, watched } = await openWatched(chromium, urlAt(port));
    const pageOrigin = await page.evaluate(() => origin);
    await verdictsOn(page, [{ url: `${api.origin}/v1` }]);
    const [exchange] = await settledExchanges(panel, tabId, 1);
    expect(exchange).toMatchObject({ origin: pageOrigin, outcome });
    // Of a call that CORS didn't block, that is said first.
    const why = outcome === 'blocked' ? "This page isn't on" : "CORS didn't block this call";
    await waitForPanelText(panel, [why]);
    expect(await panel.$('[role=switch]')).toBeNull();
    const command = {
      type: 'setOverride',
      tabId,
      pageOrigin,
      targetOrigin: api.origin,
      enabled: true,
    } as const;
    expect(await sendCommand(panel, command)).toMatchObject({ ok: false });
    expect((await verdictsOn(page, [{ url: `${api.origin}/v2` }]))[0]?.passed).toBe(false);
    expect(watched.messages).toEqual([]);
  });
});

test('calls to data: and blob: URLs are none of CORS, and those of a blob: page are its maker’s', async () => {
  const { origin, page, panel, tabId, watched } = await openWatchedBlank(chromium);
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  await page.evaluate(async (url) => {
    await fetch('data:text/plain,text');
    await fetch(URL.createObjectURL(new Blob(['text'])));
    const frame = document.createElement('iframe');
    const script = `<script>fetch('${url}/frame').catch(() => {}).then(() => parent.postMessage('done', '*'))</script>`;
    const done = new Promise((resolve) => addEventListener('message', resolve));
    frame.src = URL.createObjectURL(new Blob([script], { type: 'text/html' }));
    document.body.append(frame);
    await done;
  }, api.origin);
  const exchanges = await settledExchanges(panel, tabId, 1);
  expect(exchanges.map((exchange) => [exchange.url, exchange.origin])).toEqual([
    [`${api.origin}/frame`, origin],
  ]);
  expect(watched.messages).toEqual([]);
});
