import { createServer } from 'node:http';
import { openExtensionPage, tabIdOf } from '../browser/harness/extension-page.ts';
import { launchChromium } from '../browser/harness/launch.ts';

let port = 0;
const log: string[] = [];
const cors = (req: any) => ({
  'access-control-allow-origin': req.headers.origin ?? '*',
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers': 'x-a',
});
const server = createServer((req, res) => {
  log.push(`${req.method} ${req.url} ${req.headers.origin}`);
  if (req.url === '/') {
    res.writeHead(200, { 'content-type': 'text/html' });
    res.end('<!doctype html>');
    return;
  }
  if (req.method === 'OPTIONS') {
    res.writeHead(204, {});
    res.end();
    return;
  }
  res.writeHead(200, {});
  res.end('x');
});
server.listen(0);
port = (server.address() as any).port;
const s3 = createServer((req, res) => {
  res.writeHead(req.method === 'OPTIONS' ? 204 : 302, {
    ...cors(req),
    location: `http://127.0.0.1:${port}/third`,
  });
  res.end();
});
s3.listen(0);
const p3 = (s3.address() as any).port;
const s2 = createServer((req, res) => {
  res.writeHead(req.method === 'OPTIONS' ? 204 : 302, {
    ...cors(req),
    location: req.url === '/three' ? `http://127.0.0.1:${p3}/two` : `http://127.0.0.1:${port}/tainted`,
  });
  res.end();
});
s2.listen(0);
const p2 = (s2.address() as any).port;
const { browser, extensionId, close } = await launchChromium();
try {
  const page = (await browser.pages())[0]!;
  await page.goto(`http://localhost:${port}/`);
  const ext = await openExtensionPage(browser, extensionId);
  const tabId = await tabIdOf(ext, `http://localhost:${port}/`);
  for (const filter of ['url', 'regex']) {
    await ext.evaluate(
      async (tab, to, three, how, origin) =>
        chrome.declarativeNetRequest.updateSessionRules({
          removeRuleIds: [901, 902, 903],
          addRules: [
            {
              id: 901,
              priority: 1,
              action: {
                type: 'modifyHeaders',
                responseHeaders: [{ header: 'location', operation: 'set', value: `${to}#pi` }],
              },
              condition: {
                tabIds: [tab],
                urlFilter: '|http://127.0.0.1*/b',
                responseHeaders: [{ header: 'location', values: [to] }],
              },
            } as any,
            {
              id: 903,
              priority: 1,
              action: {
                type: 'modifyHeaders',
                responseHeaders: [{ header: 'location', operation: 'set', value: `${three}#pi` }],
              },
              condition: {
                tabIds: [tab],
                urlFilter: '|http://127.0.0.1*/three',
                responseHeaders: [{ header: 'location', values: [three] }],
              },
            } as any,
            {
              id: 902,
              priority: 3,
              action: {
                type: 'modifyHeaders',
                responseHeaders: [
                  'access-control-allow-origin:null',
                  'access-control-allow-credentials:true',
                  'access-control-allow-headers:x-a',
                ].map((h) => ({ header: h.split(':')[0], operation: 'set', value: h.split(':')[1] })),
              },
              condition: {
                tabIds: [tab],
                ...(how === 'url'
                  ? { urlFilter: `|${origin}/*#pi|` }
                  : { regexFilter: `^${origin}/[^#]*#pi$` }),
                excludedResponseHeaders: [{ header: 'x-none' }],
              },
            } as any,
          ],
        }),
      tabId,
      `http://127.0.0.1:${port}/tainted`,
      `http://127.0.0.1:${p3}/two`,
      filter,
      `http://127.0.0.1:${port}`,
    );
    for (const headers of [{}, { 'x-a': '1' }])
      for (const path of ['/b', '/three'])
        console.log(
          filter,
          path,
          JSON.stringify(headers),
          await page.evaluate(
            (url, h) =>
              fetch(url, { credentials: 'include', headers: h as any }).then((r) => `ok ${r.url}`, String),
            `http://127.0.0.1:${p2}${path}`,
            headers,
          ),
        );
    console.log(
      filter,
      'own',
      await page.evaluate(
        (url) => fetch(url, { credentials: 'include' }).then((r) => `ok ${r.url}`, String),
        `http://127.0.0.1:${p2}/bx#pi`,
      ),
    );
    console.log(
      filter,
      'direct with fragment',
      await page.evaluate(
        (url) => fetch(url, { credentials: 'include' }).then((r) => `ok ${r.url}`, String),
        `http://127.0.0.1:${port}/tainted#pi`,
      ),
    );
  }
  console.log(log);
} finally {
  await close();
}
process.exit(0);
