import { createServer } from 'node:http';
import { launchChromium } from '../browser/harness/launch.ts';
import { openExtensionPage } from '../browser/harness/extension-page.ts';
const s = createServer((req, res) => { res.writeHead(200, { 'content-type': 'text/html' }); 
  const ads = `http://ads.example.test:${(s.address() as any).port}`;
  res.end(req.url === '/' ? `<!doctype html><iframe src="${ads}/ad"></iframe><iframe sandbox="allow-scripts" srcdoc="ours"></iframe><iframe sandbox="allow-scripts" src="${ads}/sb"></iframe><iframe src="http://foo.localhost:${(s.address() as any).port}/foo"></iframe>` : req.url === '/ad' ? '<!doctype html><iframe sandbox="allow-scripts" srcdoc="theirs"></iframe><script>new Worker(URL.createObjectURL(new Blob([""])))</script>' : '<!doctype html>x'); });
s.listen(0); const port = (s.address() as any).port;
const { browser, extensionId, close } = await launchChromium({ hosts: ['ads.example.test'] });
try {
  const page = (await browser.pages())[0]!;
  await page.goto(`http://localhost:${port}/`);
  const ext = await openExtensionPage(browser, extensionId);
  await new Promise((r) => setTimeout(r, 500));
  console.log(await ext.evaluate(async () => (await chrome.debugger.getTargets()).map((t) => JSON.stringify(t))));
  console.log(await ext.evaluate(async () => [Object.keys(chrome), typeof (chrome as any).webNavigation]));
} finally { await close(); }
process.exit(0);
