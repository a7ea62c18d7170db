import { createServer } from 'node:http';
import { launchChromium } from '../browser/harness/launch.ts';
import { openExtensionPage, tabIdOf } from '../browser/harness/extension-page.ts';
const log: string[] = [];
const make = () => { const s = createServer((req, res) => {
  const u = new URL(req.url!, 'http://x');
  if (u.pathname === '/') { res.writeHead(200, { 'content-type': 'text/html' }); res.end('<!doctype html>'); return; }
  log.push(`${req.method} ${req.headers.host} ${u.pathname} ${req.headers.origin}`);
  const h = { 'access-control-allow-origin': req.headers.origin ?? '*', 'access-control-allow-credentials': 'true', 'access-control-allow-headers': 'x-a', 'access-control-max-age': '0', 'cache-control': 'no-store' };
  if (req.method === 'OPTIONS') { res.writeHead(204, h); res.end(); return; }
  const to = u.searchParams.get('to');
  if (to) { res.writeHead(302, { ...h, location: to }); res.end(); return; }
  res.writeHead(200, h); res.end('x');
}); s.listen(0); return (s.address() as any).port as number; };
const [a, b, c] = [make(), make(), make()];
const { browser, extensionId, close } = await launchChromium();
try {
  const page = (await browser.pages())[0]!;
  await page.goto(`http://localhost:${a}/`);
  const ext = await openExtensionPage(browser, extensionId);
  const tabId = await tabIdOf(ext, `http://localhost:${a}/`);
  const B = `http://127.0.0.1:${b}`, C = `http://127.0.0.1:${c}`, A = `http://localhost:${a}`;
  const urls = { 'B>B': `${B}/1?to=${B}/2`, 'B>C': `${B}/1?to=${C}/2`, 'C>C': `${C}/1?to=${C}/2`, 'A>C': `${A}/1?to=${C}/2`, 'C>A': `${C}/1?to=${A}/2`, 'A>A': `${A}/1?to=${A}/2`, 'A>B': `${A}/1?to=${B}/2` };
  const created = new Promise<any>((resolve) => page.once('workercreated', resolve));
  await page.evaluate(() => { Object.assign(window, { worker: new Worker(URL.createObjectURL(new Blob(['']))) }); });
  const worker = await created;
  for (const how of ['none', 'attached', 'fetch B']) {
    if (how === 'attached') await ext.evaluate((t) => chrome.debugger.attach({ tabId: t }, '1.3'), tabId);
    if (how === 'fetch B') await ext.evaluate(async (t, o) => { chrome.debugger.onEvent.addListener((s, m, p: any) => { if (m === 'Fetch.requestPaused') chrome.debugger.sendCommand(s, 'Fetch.continueRequest', { requestId: p.requestId }); }); await chrome.debugger.sendCommand({ tabId: t }, 'Fetch.enable', { patterns: [{ urlPattern: `${o}/*`, requestStage: 'Request' }] }); }, tabId, B);
    if (how.startsWith('fetch B and')) continue; if (how==='attached') continue;
    for (const [name, url] of Object.entries(urls)) for (const headers of [{}, { 'x-a': '1' }]) {
      log.length = 0;
      const r = await worker.evaluate((u: any, h: any) => fetch(u, { headers: h as any }).then(() => 'ok', () => 'ERR'), url, headers);
      console.log(how.padEnd(10), name, JSON.stringify(headers), r, log.map((l) => l.replace(/127.0.0.1:|localhost:/g, '')).join(' | '));
    }
  }
} finally { await close(); }
process.exit(0);
