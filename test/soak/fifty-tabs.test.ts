import { expect, test } from 'vitest';
import { exportReport } from '../browser/harness/extension-page.ts';
import { Gate } from '../browser/support/gate.ts';
import { ownChromium } from '../browser/support/shared-chromium.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { startStaticPage } from '../servers/static-page.ts';

const TABS = 50;
const chromium = ownChromium();

/** Makes three calls of its own to one server, and one to another. */
function pageHtml(api: string, silent: string): string {
  const path = "location.search.slice(1) + '/' + name";
  const call = `for (const name of ['a', 'b', 'c']) fetch('${api}/' + ${path}).catch(() => {});`;
  return `<!doctype html><link rel="icon" href="data:,"><script>${call} fetch('${silent}/');</script>`;
}

test(`${TABS} tabs: each has its own calls, and takes them with it when it is closed`, async () => {
  const gate = new Gate();
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const silent = await chromium.started(
    startRawServer(async () => {
      await gate.opened;
      return httpAnswer(200, []);
    }),
  );
  const html = pageHtml(api.origin, silent.origin);
  const { origin } = await chromium.started(startStaticPage(new Map([['/index.html', html]])));
  const extension = await chromium.openExtensionPage();
  const tabIds = await extension.evaluate(
    async (url, count) => {
      const opening = Array.from({ length: count }, (_, n) =>
        chrome.tabs.create({ url: `${url}/?tab-${n}`, active: false }),
      );
      return (await Promise.all(opening)).flatMap(({ id }) => id ?? []);
    },
    origin,
    TABS,
  );
  expect(tabIds.length).toBe(TABS);

  const seen = async () => {
    const reports = await Promise.all(tabIds.map((tabId) => exportReport(extension, tabId)));
    return reports.map(({ exchanges }) =>
      exchanges
        .map(({ url, outcome }) => `${new URL(url).pathname} ${outcome}`)
        .filter((call) => call.endsWith(' blocked'))
        .sort(),
    );
  };
  const expected = tabIds.map((_, n) => ['a', 'b', 'c'].map((name) => `/tab-${n}/${name} blocked`));
  await expect.poll(seen, { interval: 200, timeout: 30_000 }).toEqual(expected);

  await extension.evaluate((ids) => chrome.tabs.remove(ids), tabIds);
  const keptKeys = () =>
    extension.evaluate(async () =>
      Object.keys(await chrome.storage.session.get()).filter((key) => key.includes('/')),
    );
  await expect.poll(keptKeys, { interval: 50, timeout: 10_000 }).toEqual([]);
  // What waited fails as the tabs go: that is told later, of tabs that are no more.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await keptKeys()).toEqual([]);
  gate.open();
});
