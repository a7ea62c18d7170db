import { describe, expect, test } from 'vitest';
import { buildDemoPage } from '../demo/build-page.ts';
import type { ClientVersion } from '../demo/demo-api.ts';
import { CHAT_ANSWER, startOllama } from '../servers/ollama.ts';
import { startStaticPage } from '../servers/static-page.ts';
import type { FirefoxTab } from './marionette.ts';
import { clickOn, press, waitForDetail } from './panel-view.ts';
import { startFirefoxStage } from './stage.ts';

const firefox = startFirefoxStage();
const NAMED = ['x-stainless-timeout', 'Access-Control-Allow-Headers'];

async function startMainJob() {
  const ollama = await firefox.started(startOllama());
  const { origin } = await firefox.started(startStaticPage(await buildDemoPage()));
  return await firefox.openInspected(`${origin}/?api=${encodeURIComponent(ollama.origin)}`);
}

/** One call with the real client, without retries. @returns null when the client threw */
function ask(page: FirefoxTab, version: ClientVersion): Promise<string | null> {
  return page.call(
    async (wanted) =>
      await window.demo.ask(wanted, 0).then(
        (answer) => answer,
        () => null,
      ),
    version,
  );
}

describe.each(['4', '6'] as const)('with the openai client, version %s', (version) => {
  test('the panel names the header, the server, the client and the fix, in Firefox’s words', async () => {
    const { page, panel } = await startMainJob();
    expect(await ask(page, version)).toBeNull();
    const detail = await waitForDetail(panel, [...NAMED, 'Ollama v0.5.5–v0.5.11', 'OpenAI', 'v0.5.12']);
    expect(detail).toContain('Firefox blocked the call here');
    expect(detail).toContain('is not allowed according to header ‘Access-Control-Allow-Headers’');
    const other = 'Chrome would block it, too.';
    expect(detail).toContain(other);
    expect(detail.replace(other, '')).not.toContain('Chrome');
  });

  test('with the switch on the next call streams its answer; with the switch off again it fails at once', async () => {
    const { page, panel } = await startMainJob();
    expect(await ask(page, version)).toBeNull();
    await waitForDetail(panel, NAMED);
    await press(panel, 'Override: let this call through here, for now');
    await waitForDetail(panel, ['Turns itself off at']);
    expect(await ask(page, version)).toBe(CHAT_ANSWER);
    await waitForDetail(panel, ['passed, thanks to the override']);
    await press(panel, 'Override: let this call through here, for now');
    await waitForDetail(panel, ['Turns itself off after']);
    expect(await ask(page, version)).toBeNull();
  });
});

test('a ticket in the other language is copied by a click', async () => {
  const { page, panel } = await startMainJob();
  await ask(page, '6');
  await waitForDetail(panel, NAMED);
  await clickOn(panel, '中文');
  await expect.poll(() => panel.clipboard()).toContain('请求标头');
  expect(await panel.clipboard()).toContain('x-stainless-timeout');
});
