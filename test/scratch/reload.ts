import { BUILT_EXTENSION, launchChromium } from '../browser/harness/launch.ts';
import { openExtensionPage } from '../browser/harness/extension-page.ts';
const { browser, extensionId, close } = await launchChromium();
const T = Date.now();
browser.on('targetcreated', (t) => console.log(Date.now() - T, '+', t.type(), t.url()));
browser.on('targetdestroyed', (t) => console.log(Date.now() - T, '-', t.type(), t.url()));
try {
  const ext = await openExtensionPage(browser, extensionId);
  await ext.evaluate(() => chrome.storage.session.set({ x: '1' }));
  await ext.evaluate(() => chrome.declarativeNetRequest.updateSessionRules({ addRules: [{ id: 77, action: { type: 'block' }, condition: { urlFilter: 'nothing' } } as any] }));
  console.log(Date.now() - T, 'installing');
  console.log(Date.now() - T, await Promise.race([browser.installExtension(BUILT_EXTENSION), new Promise((r) => setTimeout(r, 5000, 'hang'))]));
  const e2 = await openExtensionPage(browser, extensionId);
  console.log(await e2.evaluate(async () => [await chrome.runtime.sendMessage({ type: 'exportReport', tabId: 5 }), await chrome.declarativeNetRequest.getSessionRules(), await chrome.storage.session.get()]));
} finally { await close(); }
process.exit(0);
