import { createServer } from 'node:http';
import { launchChromium } from '../browser/harness/launch.ts';
import { openExtensionPage } from '../browser/harness/extension-page.ts';
const s = createServer((_req, res) => { res.writeHead(200, { 'content-type': 'text/html' }); res.end('<!doctype html>x'); });
s.listen(0); const port = (s.address() as any).port;
const { browser, extensionId, close } = await launchChromium({ hosts: ['ads.example.test'] });
try {
  const page = (await browser.pages())[0]!;
  await page.goto(`http://localhost:${port}/`);
  const ext = await openExtensionPage(browser, extensionId);
  await ext.evaluate(() => { (window as any).log = []; chrome.tabs.onUpdated.addListener((id, c) => (window as any).log.push([Date.now(), id, JSON.stringify(c)])); });
  console.log(Date.now());
  await page.evaluate((src) => { const i = document.createElement('iframe'); i.src = src; document.body.append(i); return new Promise((r) => { i.onload = r; }).then(() => 1); }, `http://ads.example.test:${port}/`);
  console.log(Date.now());
  await new Promise((r) => setTimeout(r, 500));
  console.log(await ext.evaluate(() => (window as any).log));
  console.log(await ext.evaluate(async () => (await chrome.debugger.getTargets()).map((t) => JSON.stringify(t))));
  console.log(await ext.evaluate(async () => { const t = performance.now(); for (let i = 0; i < 20; i++) await chrome.debugger.getTargets(); return (performance.now() - t) / 20; }));
} finally { await close(); }
process.exit(0);
