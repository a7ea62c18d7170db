import { createServer } from 'node:https';
import { afterAll, expect, test } from 'vitest';
import { closeServer, listen } from '../servers/listen.ts';
import { selfSigned } from '../servers/self-signed.ts';
import { ownChromium } from './support/shared-chromium.ts';

/** Neither host is granted, so that DevTools alone tells of the page and of its calls. */
const [APP, API] = ['app.example.test', 'api.example.test'];
const CALLS = ['module.js', 'font.ttf', 'inline', 'load'];
const RELOADS = 4;

const api = createServer(selfSigned(), ({ url = '' }, response) => {
  const type = url.endsWith('.js') ? 'text/javascript' : 'text/plain';
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end();
});
const apiOrigin = `https://${API}:${await listen(api, '127.0.0.1')}`;
const site = createServer(selfSigned(), (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'no-cache' }).end(pageOf(visits++));
});
const origin = `https://${APP}:${await listen(site, '127.0.0.1')}`;
afterAll(() => Promise.all([api, site].map(closeServer)));

let visits = 0;
const chromium = ownChromium({ args: ['--ignore-certificate-errors'] });

/** A page whose calls begin while it is read, and are blocked. Their path names the visit. */
function pageOf(visit: number): string {
  const base = `${apiOrigin}/visit-${visit}`;
  return `<!doctype html><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="${base}/module.js"></script>
    <style>@font-face { font-family: F; src: url(${base}/font.ttf) } p { font-family: F }</style>
    <script>
      const call = (name) => fetch('${base}/' + name).catch(() => {});
      call('inline');
      addEventListener('load', () => call('load'));
    </script>
    <p>text`;
}

test('the list has the calls that a page makes while it loads, and none of the page before', async () => {
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const listed = async () => {
    const text = await panel.evaluate(() => document.querySelector('[role=tree]')?.textContent ?? '');
    return [...text.matchAll(/visit-\d+\/[a-z.]+/g)].map(([path]) => path).sort();
  };
  const ofVisit = (visit: number) => CALLS.map((name) => `visit-${visit}/${name}`).sort();
  for (let reload = 1; reload <= RELOADS; reload++) {
    await page.reload();
    await expect.poll(listed).toEqual(ofVisit(reload));
  }
});
