import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { consoleLine } from '../../src/explain/console-line.ts';
import { toExchange } from '../../src/observe/record.ts';
import { parseExchangeRecord } from '../../src/store/stored.ts';
import { judge } from '../explain/judge.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { startBlankPage } from './support/blank-page.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

/** What asks for a resource in CORS mode, by the name of its path. */
const SENDERS: Readonly<Record<string, (url: string) => void>> = {
  fetch: (url) => {
    fetch(url).catch(() => {});
  },
  xhr: (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.send();
  },
  'event-source': (url) => {
    const source = new EventSource(url);
    source.onerror = () => source.close();
  },
  'module-script': (url) => {
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: url }));
  },
  script: (url) => {
    const script = Object.assign(document.createElement('script'), { crossOrigin: 'anonymous', src: url });
    document.head.append(script);
  },
  image: (url) => {
    document.body.append(Object.assign(new Image(), { crossOrigin: 'anonymous', src: url }));
  },
  font: (url) => {
    new FontFace('F', `url(${url})`).load().catch(() => {});
  },
  stylesheet: (url) => {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { rel: 'stylesheet', crossOrigin: 'anonymous', href: url }));
  },
  video: (url) => {
    document.body.append(
      Object.assign(document.createElement('video'), { crossOrigin: 'anonymous', src: url }),
    );
  },
  audio: (url) => {
    document.body.append(Object.assign(new Audio(), { crossOrigin: 'anonymous', src: url }));
  },
  track: (url) => {
    const video = Object.assign(document.createElement('video'), { crossOrigin: 'anonymous' });
    const track = Object.assign(document.createElement('track'), { default: true, src: url });
    video.append(track);
    document.body.append(video);
    track.track.mode = 'showing';
  },
  manifest: (url) => {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { rel: 'manifest', href: url }));
  },
  'preloaded-module': (url) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: url }));
  },
};

/** Chrome's line for each path, by the sender's name. */
function consoleOf(page: Page): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  page.on('console', (message) => {
    const [, name = ''] = /^Access to .+ at '[^']+\/([^'/]+)' from/.exec(message.text()) ?? [];
    if (name !== '') lines.set(name, message.text());
  });
  return lines;
}

/** This extension's line for each path of a server, by the sender's name. Workers of earlier pages may be stored, too. */
async function oursOf(panel: Frame, server: string): Promise<Readonly<Record<string, string>>> {
  const stored = await panel.evaluate(() => chrome.storage.session.get<Record<string, string>>());
  const records = Object.entries(stored).flatMap(([key, text]) =>
    key.startsWith('exchange/') ? (parseExchangeRecord(text) ?? []) : [],
  );
  const exchanges = records.map(toExchange).filter((exchange) => exchange !== null);
  const ofServer = exchanges.filter(({ hops }) => hops[0].url.startsWith(`${server}/`));
  const lines = ofServer.map((exchange) => [
    exchange.hops[0].url.slice(server.length + 1),
    consoleLine(exchange, judge(exchange).diagnosis)?.line ?? exchange.outcome.type,
  ]);
  return Object.fromEntries(lines);
}

test.each([
  ['a server that webRequest sees', '127.0.0.1', Object.keys(SENDERS)],
  // Without `Sec-Fetch-Dest`, which Chrome doesn't send to such a host, audio is video.
  [
    'a server that DevTools alone tells of',
    'api.example.test',
    Object.keys(SENDERS).filter((name) => name !== 'audio'),
  ],
])('the line of calls to %s is that of the console, word for word', async (_, host, names) => {
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const server = `http://${host}:${api.port}`;
  const said = consoleOf(page);
  for (const name of names) {
    await page.evaluate(SENDERS[name] ?? (() => {}), `${server}/${name}`);
  }
  await expect.poll(() => [...said.keys()].sort()).toEqual([...names].sort());
  await expect.poll(() => oursOf(panel, server)).toEqual(Object.fromEntries(said));
});
