import { launchChromium } from '../browser/harness/launch.ts';
import { openExtensionPage, tabIdOf, sendCommand } from '../browser/harness/extension-page.ts';
import { startOracleServer } from '../oracle/oracle-server.ts';
import { sendAll } from '../oracle/browser-truth.ts';
const server = await startOracleServer(40);
const { browser, extensionId, close } = await launchChromium({ networkEnabled: false });
const r = (status: number, ...o: string[]) => ({ status, headers: o.map((x) => { const i = x.indexOf(':'); return [`Access-Control-Allow-${x.slice(0, i)}`, x.slice(i + 1)] as const; }) });
try {
  const page = (await browser.pages())[0]!;
  await page.goto(`${server.pageOrigin}/`);
  const ext = await openExtensionPage(browser, extensionId);
  const tabId = await tabIdOf(ext, `${server.pageOrigin}/`);
  const oracleCase: any = { api: 'fetch', method: 'PATCH', headers: {}, credentials: 'omit', hops: [
    { target: 'same-site', preflight: r(200, 'Origin:*'), response: r(308, 'Origin:*'), location: 'plain' },
    { target: 'api', preflight: r(299, 'Origin:{origin}', 'Methods:{method}'), response: r(200, 'Origin:', 'Credentials:1'), location: null },
  ] };
  const url = server.urlOf(84, oracleCase);
  const send = () => page.evaluate(sendAll, [{ url, api: 'fetch', method: 'PATCH', headers: {}, credentials: 'omit' as const }]);
  console.log(await send());
  for (const targetOrigin of server.originsOf(url, oracleCase)) console.log(await sendCommand(ext, { type: 'setOverride', tabId, targetOrigin, pageOrigin: server.pageOrigin, enabled: true }));
  await ext.evaluate(() => { (window as any).log = []; chrome.storage.session.onChanged.addListener((c) => { if (c.overrides) (window as any).log.push([Date.now(), ...JSON.parse(c.overrides.newValue as string).value.map((o: any) => JSON.stringify([o.targetOrigin, o.lessons.mends, o.lessons.taintingRedirects.length, o.lessons.taintedRequests]))].join(' ')); }); });
  console.log(Date.now(), 'send', await send(), Date.now());
  await new Promise((f) => setTimeout(f, 500));
  console.log(await ext.evaluate(() => (window as any).log));
  const rep: any = await sendCommand(ext, { type: 'exportReport', tabId });
  for (const e of rep.exchanges) console.log(e.startedAt, e.url, e.outcome, JSON.stringify(e.failures));
  console.log(await send());
} finally { await close(); await server.close(); }
process.exit(0);
