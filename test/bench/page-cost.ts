import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { openPanel } from '../browser/harness/devtools-panel.ts';
import { openExtensionPage, sendCommand, tabIdOf } from '../browser/harness/extension-page.ts';
import { launchBrowser, launchChromium } from '../browser/harness/launch.ts';
import { listenOnLocalhost } from '../servers/listen.ts';
import { createRawHttpServer } from '../servers/raw-http.ts';
import { median, spread } from './statistics.ts';

// What the extension costs pages: npm run bench:page -- --rounds 20
// Each arm is a browser of its own. They take turns within each round, so that what else the machine does falls on all alike.
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, calls: { type: 'string', default: '50' } },
});
const ROUNDS = Number(values.rounds);
const CALLS = Number(values.calls);
const FAR_HOST = 'app.example.test';
const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const serve = () =>
  createRawHttpServer(({ path, isPreflight }) => {
    const headers = [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Headers', '*'],
      ['Access-Control-Max-Age', '0'],
      ['Cache-Control', 'no-store'],
    ] as const;
    if (isPreflight) return { status: 204, headers, body: '' };
    const type = path.endsWith('.js')
      ? 'text/javascript'
      : path.endsWith('.svg')
        ? 'image/svg+xml'
        : 'text/html';
    const body = path.endsWith('.svg')
      ? '<svg xmlns="http://www.w3.org/2000/svg"/>'
      : path === '/many'
        ? MANY
        : '';
    return { status: 200, headers: [...headers, ['Content-Type', type]], body };
  });
const MANY = `<!doctype html>${Array.from({ length: 100 }, (_, index) => `<img src="/${index}.svg"><script src="/${index}.js"></script>`).join('')}`;
const page = await listenOnLocalhost(serve);
const api = await listenOnLocalhost(serve);
const [watched, unwatched] = ['localhost', FAR_HOST].map((host) => ({
  origin: `http://${host}:${page.port}`,
  target: `http://${host}:${api.port}`,
}));
if (watched === undefined || unwatched === undefined) throw new Error('There are two places.');

interface Arm {
  readonly name: string;
  start(place: Place): Promise<Page>;
}
type Place = typeof watched;

const browsers: Browser[] = [];
const plain = async ({ origin }: Place, extension: string | null) => {
  const browser = await launchBrowser();
  browsers.push(browser);
  if (extension !== null) await browser.installExtension(extension);
  return await open(browser, origin);
};
const ours = async ({ origin }: Place) => {
  const { browser, extensionId } = await launchChromium();
  browsers.push(browser);
  return { browser, extensionId, tab: await open(browser, origin) };
};

async function open(browser: Browser, origin: string): Promise<Page> {
  const tab = (await browser.pages())[0] ?? (await browser.newPage());
  await tab.goto(`${origin}/`);
  return tab;
}

/** The first is what the others are compared with; the second is the same again. */
const ARMS: readonly Arm[] = [
  { name: 'no extension', start: (place) => plain(place, null) },
  { name: 'no extension, once more (A/A)', start: (place) => plain(place, null) },
  { name: 'same permissions, unused', start: (place) => plain(place, folder('permissions-only')) },
  { name: 'same listeners, doing nothing', start: (place) => plain(place, folder('listeners-only')) },
  {
    name: '…, without extraHeaders',
    start: (place) => plain(place, folder('listeners-without-extra-headers')),
  },
  { name: 'Preflight Inspector', start: async (place) => (await ours(place)).tab },
  {
    name: 'Preflight Inspector, panel open',
    start: async (place) => {
      const { extensionId, tab } = await ours(place);
      await openPanel(tab, extensionId);
      return tab;
    },
  },
  {
    name: 'Preflight Inspector, override on',
    start: async (place) => {
      const { browser, extensionId, tab } = await ours(place);
      if (place === unwatched) return tab;
      const extension = await openExtensionPage(browser, extensionId);
      const tabId = await tabIdOf(extension, `${place.origin}/`);
      const pair = { pageOrigin: place.origin, targetOrigin: 'http://127.0.0.1:9' };
      await sendCommand(extension, { type: 'setOverride', tabId, ...pair, enabled: true });
      return tab;
    },
  },
];

type Work = (tab: Page, place: Place) => Promise<number>;

/** Each takes ms: per call, or for the whole page. */
const WORKS: readonly (readonly [name: string, work: Work])[] = [
  [`a same-origin fetch (of ${ROUNDS * CALLS})`, (tab, { origin }) => calls(tab, `${origin}/data`)],
  [`a cross-origin fetch (of ${ROUNDS * CALLS})`, (tab, { target }) => calls(tab, `${target}/data`)],
  ['a page with 200 images and scripts', manyParts],
];

function calls(tab: Page, url: string): Promise<number> {
  return tab.evaluate(
    async (target, count) => {
      for (let warm = 0; warm < 5; warm++) await (await fetch(target)).text();
      const started = performance.now();
      for (let call = 0; call < count; call++) await (await fetch(target)).text();
      return (performance.now() - started) / count;
    },
    url,
    CALLS,
  );
}

async function manyParts(tab: Page, { origin }: Place): Promise<number> {
  return await tab.evaluate(
    (url) =>
      new Promise<number>((resolve) => {
        const frame = document.createElement('iframe');
        const started = performance.now();
        frame.onload = () => {
          resolve(performance.now() - started);
          frame.remove();
        };
        frame.src = url;
        document.body.append(frame);
      }),
    `${origin}/many`,
  );
}

for (const [title, place] of [
  ['Pages on localhost, which are watched:', watched],
  ['Pages elsewhere, which are not:', unwatched],
] as const) {
  const tabs: (readonly [name: string, tab: Page])[] = [];
  for (const { name, start } of ARMS) tabs.push([name, await start(place)]);
  console.log(title);
  for (const [what, work] of WORKS) {
    const taken = new Map<string, number[]>(tabs.map(([name]) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      const turn = round % tabs.length;
      for (const [name, tab] of [...tabs.slice(turn), ...tabs.slice(0, turn)]) {
        taken.get(name)?.push(await work(tab, place));
      }
    }
    const base = taken.get(ARMS[0]?.name ?? '') ?? [];
    const floor = median(taken.get(ARMS[2]?.name ?? '') ?? []);
    console.log(`  ${what}`);
    for (const [name, times] of taken) {
      const ratios = times.map((time, round) => time / (base[round] ?? Number.NaN));
      const over = median(times) - floor;
      console.log(
        `    ${name.padEnd(33)}${median(times).toFixed(2).padStart(8)} ms  ratio ${median(ratios).toFixed(2)} (${spread(ratios)})  ${over >= 0 ? '+' : ''}${over.toFixed(2)} ms over the permissions alone`,
      );
    }
  }
  await Promise.all(browsers.splice(0).map((browser) => browser.close()));
}
process.exit(0);
