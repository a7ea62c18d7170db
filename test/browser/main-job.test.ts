import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { ALLOWED_HEADERS, CHAT_ANSWER } from '../servers/ollama.ts';
import { click } from './harness/click.ts';
import { ask, receivedMethods, startWatchedMainJob } from './support/main-job.ts';
import {
  overrideSwitch,
  requestedHeaders,
  showTab,
  switchOverride,
  waitForDetail,
} from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const NAMED = ['x-stainless-timeout', 'Access-Control-Allow-Headers'];
const CALLED_FROM = 'Called from';

describe.each(['4', '6'] as const)('with the openai client, version %s', (version) => {
  test('the panel names the header, says which are allowed, and that another browser would block it, too', async () => {
    const { page, panel } = await startWatchedMainJob(chromium);
    expect((await ask(page, version)).answer).toBeNull();
    await waitForDetail(panel, [...NAMED, ALLOWED_HEADERS.join(', '), 'Firefox would block it, too.']);
  });

  test('the detail marks each requested header as allowed or not', async () => {
    const { ollama, page, panel } = await startWatchedMainJob(chromium);
    await ask(page, version);
    await waitForDetail(panel, NAMED);
    const asked = ollama.requests[0]?.headers['access-control-request-headers']?.split(',') ?? [];
    expect(asked).toContain('x-stainless-timeout');
    const allowed = new Set(ALLOWED_HEADERS.map((name) => name.toLowerCase()));
    const expected = asked.map((name) => [name, allowed.has(name) ? 'allowed' : 'not allowed'] as const);
    expect(await requestedHeaders(panel)).toEqual(new Map(expected));
  });

  test('with the switch on the next call streams its answer, and the panel says thanks to what', async () => {
    const { page, panel } = await startWatchedMainJob(chromium);
    await ask(page, version);
    await waitForDetail(panel, NAMED);
    await switchOverride(panel, true);
    expect((await ask(page, version)).answer).toBe(CHAT_ANSWER);
    await waitForDetail(panel, ['Called again', 'passed, thanks to the override']);
    await click(panel, '::-p-aria(Show[role="button"])');
    await waitForDetail(panel, ['Passed, thanks to the override.', 'x-stainless-timeout']);
  });

  test('with the switch off again the next call fails at once', async () => {
    const { ollama, page, panel } = await startWatchedMainJob(chromium);
    await ask(page, version);
    await switchOverride(panel, true);
    await ask(page, version);
    await switchOverride(panel, false);
    expect((await ask(page, version)).answer).toBeNull();
    // Every call asked anew: no answer to a preflight was kept.
    expect(receivedMethods(ollama)).toEqual(['OPTIONS', 'OPTIONS', 'POST', 'OPTIONS']);
  });
});

test('the panel names Ollama and the client, and gives three ways out', async () => {
  const { page, panel } = await startWatchedMainJob(chromium);
  await ask(page, '4');
  await waitForDetail(panel, ['Ollama v0.5.5–v0.5.11', 'OpenAI', 'v0.5.12']);
  await showTab(panel, 'In the page');
  await waitForDetail(panel, ["for (const name of ['x-stainless-timeout']) headers.delete(name);"]);
  await showTab(panel, 'Dev proxy');
  await waitForDetail(panel, ['proxy: {', '/v1/']);
});

test('the switch is off at first', async () => {
  const { page, panel } = await startWatchedMainJob(chromium);
  await ask(page, '4');
  const button = await overrideSwitch(panel);
  expect(await button.evaluate((element) => element.getAttribute('aria-checked'))).toBe('false');
});

test('the line of code, which DevTools tells late, does not move the switch', async () => {
  const { page, panel } = await startWatchedMainJob(chromium);
  await ask(page, '4');
  await waitForDetail(panel, [...NAMED, CALLED_FROM]);
  const top = async () =>
    (await overrideSwitch(panel)).evaluate((element) => element.getBoundingClientRect().y);
  const withLine = await top();
  await forgetNotes(panel);
  await panel.waitForFunction((words) => !document.body.innerText.includes(words), {}, CALLED_FROM);
  expect(await top()).toBe(withLine);
});

/** Makes the stored exchanges what they were before DevTools told of them. */
async function forgetNotes(panel: Frame): Promise<void> {
  await panel.evaluate(async () => {
    for (const [key, text] of Object.entries(
      await chrome.storage.session.get<Record<string, string>>(null),
    )) {
      if (!key.startsWith('exchange/')) continue;
      const stored: { value: object } = JSON.parse(text);
      await chrome.storage.session.set({
        [key]: JSON.stringify({ ...stored, value: { ...stored.value, note: null } }),
      });
    }
  });
}
