import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpAnswer, type RawServer, startRawServer } from '../servers/raw.ts';
import { type RecordingProxy, startRecordingProxy } from '../servers/recording-proxy.ts';
import { click } from './harness/click.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { type Chromium, launchChromium } from './harness/launch.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { stageOn } from './harness/stage.ts';
import { stopWorker } from './harness/worker.ts';
import { startBlankPage } from './support/blank-page.ts';
import { switchOverride, waitForDetail } from './support/panel-view.ts';
import { settledExchanges } from './support/settled-report.ts';

let proxy: RecordingProxy;
let chromium: Chromium;
let stage: ReturnType<typeof stageOn>;

beforeAll(async () => {
  proxy = await startRecordingProxy();
  // Without the exception that Chrome makes for this machine.
  const args = [`--proxy-server=${proxy.address}`, '--proxy-bypass-list=<-loopback>'];
  chromium = await launchChromium({ args });
  stage = stageOn(chromium);
});

afterAll(async () => {
  await stage.clear();
  await chromium.close();
  await proxy.close();
});

/** What was asked for by whomever, Chrome's own services aside: with the page's requests known, the rest is the extension's. */
function recorded(): readonly string[] {
  return proxy.requests.filter((request) => !CHROMES_OWN.test(request));
}

/** Its services, and what DevTools asks every server on localhost. */
const CHROMES_OWN =
  /^[A-Z]+ (?:(?:https?:\/\/)?[\w.-]+\.(?:google|googleapis|gvt1|gstatic)\.com[:/]|\S+\/com\.chrome\.devtools\.json$)/;

test('whatever is done, the extension sends nothing but the preflight that it’s asked to', async () => {
  const api: RawServer = await stage.started(
    startRawServer(({ isPreflight }) => httpAnswer(isPreflight ? 405 : 200, [])),
  );
  const { origin } = await stage.started(startBlankPage());
  const page = await stage.openPage(`${origin}/`);
  const call = () =>
    page.evaluate(
      (url) =>
        fetch(url, { method: 'PUT', headers: { 'x-asked': '1' } }).then(
          ({ ok }) => ok,
          () => false,
        ),
      `${api.origin}/v1?q=1`,
    );
  expect(await call()).toBe(false);
  const { panel } = await stage.openPanel(page);
  await settledExchanges(panel, await inspectedTabId(panel), 1);
  await click(panel, '[role=switch]');
  await click(panel, '::-p-aria(Turn on[role="button"])');
  await panel.waitForSelector('[role=switch][aria-checked=true][aria-busy=false]');
  expect(await call()).toBe(true);
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPanelText(popup, ['Override on']);
  await stopWorker(chromium.browser, chromium.extensionId);
  await switchOverride(panel, false);
  const before = [`GET ${origin}/`, `OPTIONS ${api.origin}/v1?q=1`, `PUT ${api.origin}/v1?q=1`];
  expect(recorded()).toEqual(before);

  await click(panel, '::-p-aria(Ask the server again[role="button"])');
  await waitForDetail(panel, ['Now (']);
  await page.close();
  expect(recorded()).toEqual([...before, `OPTIONS ${api.origin}/v1?q=1`]);
});

test('the example is shown without a request', async () => {
  const { origin } = await stage.started(startBlankPage());
  const { panel } = await stage.openInspected(`${origin}/`);
  await waitForPanelText(panel, ['Nothing seen yet']);
  const before = recorded();
  await click(panel, '#try-it');
  await waitForPanelText(panel, ['Example, recorded in advance', 'x-stainless-timeout']);
  expect(recorded()).toEqual(before);
});
