import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { click } from './harness/click.ts';
import { passes } from './support/passes.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const TAB = '::-p-aria(Dev proxy[role="tab"])';
const CHOOSER = '[role=tabpanel] select';

/** A page that loads a file as its dev server would have it. */
async function startPage(file: string): Promise<string> {
  const html = `<!doctype html><title>A page</title><link rel="icon" href="data:,"><script src="${file}"></script>`;
  const files = new Map([
    ['/index.html', html],
    [file, ''],
  ]);
  return `${(await chromium.started(startStaticPage(files))).origin}/`;
}

test('which dev server serves a page its files tell, of each page anew, unless the user says otherwise', async () => {
  const next = await startPage('/_next/static/chunks/main.js');
  const webpack = await startPage('/webpack-dev-server/client.js');
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { page, panel } = await chromium.openInspected(next);
  const expectShown = async (url: string, devServer: string) => {
    if (page.url() !== url) await page.goto(url);
    await passes(page, api.origin);
    await click(panel, TAB);
    const shown = () => panel.$eval(CHOOSER, (select) => (select as HTMLSelectElement).value);
    await expect.poll(shown, { interval: 20 }).toBe(devServer);
  };
  await expectShown(next, 'nextjs');
  await expectShown(webpack, 'webpack');
  await panel.select(CHOOSER, 'angular');
  await expectShown(next, 'nextjs');
  await expectShown(webpack, 'angular');
});
