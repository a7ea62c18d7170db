import { spawn, execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
const x = spawn('Xvfb', [':97', '-screen', '0', '1400x1000x24'], { stdio: 'ignore' });
process.env.DISPLAY = ':97';
await new Promise((r) => setTimeout(r, 1500));
const { launchChromium } = await import('../browser/harness/launch.ts');
const { openExtensionPage, tabIdOf } = await import('../browser/harness/extension-page.ts');
const s = createServer((_q, r) => { r.writeHead(200, { 'content-type': 'text/html' }); r.end('<!doctype html>x'); }); s.listen(0);
const port = (s.address() as any).port;
const { browser, extensionId, close } = await launchChromium({ headless: false });
try {
  const page = (await browser.pages())[0]!;
  await page.goto(`http://localhost:${port}/`);
  const ext = await openExtensionPage(browser, extensionId);
  const tabId = await tabIdOf(ext, `http://localhost:${port}/`);
  await ext.evaluate(() => { (window as any).log = []; chrome.debugger.onDetach.addListener((s, r) => (window as any).log.push([s, r])); });
  const B = createServer((q, r) => { r.writeHead(q.method === 'OPTIONS' ? 405 : 200); r.end('x'); }); B.listen(0);
  const target = `http://127.0.0.1:${(B.address() as any).port}`;
  const call = () => page.evaluate((u) => fetch(u, { headers: { 'x-a': '1' } }).then(() => 'passed', () => 'blocked'), target);
  (globalThis as any).call = call;
  console.log(await call());
  console.log(await ext.evaluate((m) => chrome.runtime.sendMessage(m), { type: 'setOverride', tabId, pageOrigin: `http://localhost:${port}`, targetOrigin: target, enabled: true, allow: ['answer-preflight'] }));
  console.log(await call());
  await page.bringToFront();
  await new Promise((r) => setTimeout(r, 1500));
  const win = execFileSync('xdotool', ['search', '--onlyvisible', '--class', 'chromium']).toString().trim().split('\n');
  console.log(win);
} catch (e) { console.log(String(e)); } 
try {
  const ext = (await browser.pages()).find((p) => p.url().includes('popup'))!;
  outer: for (let y = 84; y <= 190; y += 12) for (let x = 1380; x >= 1150; x -= 25) {
    execFileSync('xdotool', ['mousemove', String(x), String(y), 'click', '1']);
    await new Promise((r) => setTimeout(r, 80));
    const log = await ext.evaluate(async () => JSON.stringify(JSON.parse((await chrome.storage.session.get('overrides')).overrides as string).value.map((o: any) => [o.endedAt, o.allow])));
    if (log !== '[[null,["answer-preflight"]]]') { console.log(x, y, log); break outer; }
  }
  console.log('after', await (globalThis as any).call(), (await ext.evaluate(() => chrome.declarativeNetRequest.getSessionRules())).length);
} finally { await close(); x.kill(); s.close(); }
process.exit(0);
