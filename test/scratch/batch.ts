import { launchChromium } from '../browser/harness/launch.ts';
import { waitForWorker } from '../browser/harness/worker.ts';
import { openExtensionPage, tabIdOf, sendCommand } from '../browser/harness/extension-page.ts';
import { startOracleServer } from '../oracle/oracle-server.ts';
import { oracleCases } from '../oracle/oracle-case.ts';
import { sendAll } from '../oracle/browser-truth.ts';
const LAT = Number(process.argv[2] ?? 40), N = Number(process.argv[3] ?? 60);
const server = await startOracleServer(LAT);
const { browser, extensionId, close } = await launchChromium({ networkEnabled: false });
try {
  const page = (await browser.pages())[0]!;
  await page.goto(`${server.pageOrigin}/`);
  const ext = await openExtensionPage(browser, extensionId);
  const tabId = await tabIdOf(ext, `${server.pageOrigin}/`);
  const cases = oracleCases(9, 700).filter(({ hops }) => hops.length > 1 && hops.every((h) => h.location === null || h.location === 'plain')).slice(0, N);
  const asked = cases.map((oracleCase, id) => ({ url: server.urlOf(id, oracleCase), oracleCase }));
  const send = () => page.evaluate(sendAll, asked.map(({ url, oracleCase: { api, method, headers, credentials } }) => ({ url, api, method, headers, credentials })));
  const before = await send();
  for (const targetOrigin of new Set(asked.flatMap(({ url, oracleCase }) => server.originsOf(url, oracleCase)))) await sendCommand(ext, { type: 'setOverride', tabId, targetOrigin, pageOrigin: server.pageOrigin, enabled: true });
  await ext.evaluate(() => { (window as any).log = []; chrome.storage.session.onChanged.addListener((c) => { if (c.overrides) (window as any).log.push([Date.now(), JSON.parse(c.overrides.newValue as string).value.flatMap((o: any) => o.lessons.taintedRequests.map((t: any) => t.url))]); }); });
  await page.evaluate(() => { });
  const w = await waitForWorker(browser, extensionId); await w.evaluate(() => { (globalThis as any).T = []; (globalThis as any).O = 0; (globalThis as any).N = 0; });
  const t0 = Date.now();
  const first = await send();
  const t1 = Date.now();
  await new Promise((f) => setTimeout(f, 500));
  const log = await ext.evaluate(() => (window as any).log) as [number, string[]][];
  const later = await send();
  console.log(JSON.stringify(await w.evaluate(() => [(globalThis as any).T, (globalThis as any).O, (globalThis as any).N])));
  console.log('took', t1 - t0, 'writes', log.length, log.map(([t]) => t - t0).join(' '));
  asked.forEach(({ url, oracleCase }, i) => { if (!before[i] && !first[i] && later[i]) {
    const id = /case\/\d+\//.exec(url)![0];
    console.log(url, oracleCase.method, oracleCase.credentials, oracleCase.hops.map((h) => h.target + h.preflight.status).join('>'), log.filter(([, urls]) => urls.some((u) => u.includes(id))).map(([t]) => t - t0).join(' '));
  } });
  const rep: any = await sendCommand(ext, { type: 'exportReport', tabId });
  console.log('first', first.filter((x, i) => x && !before[i]).length, 'later', later.filter((x, i) => x && !before[i]).length, 'of', before.filter((x) => !x).length, rep.exchanges.length);
} finally { await close(); await server.close(); }
process.exit(0);
