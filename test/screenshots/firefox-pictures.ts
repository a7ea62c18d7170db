/**
 * `npm run firefox-pictures`: the READMEs' pictures of the panel in Firefox, in both themes: the `openai` client calls a
 * local Ollama. It takes the ports that people know: 5174 for the page, and Ollama's own.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { THEMES, type Theme } from '../browser/support/panel-size.ts';
import { buildDemoPage } from '../demo/build-page.ts';
import { installExtension } from '../firefox/extension.ts';
import { launchFirefox } from '../firefox/launch-firefox.ts';
import { openPanel } from '../firefox/panel.ts';
import { waitForDetail } from '../firefox/panel-view.ts';
import { startOllama } from '../servers/ollama.ts';
import { startStaticPage } from '../servers/static-page.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const [PAGE_PORT, OLLAMA_PORT] = [5174, 11434];
const WINDOW = { width: 1120, height: 820 };
/** Of DevTools, in CSS pixels. */
const DEVTOOLS_HEIGHT = 520;

async function takePicture(theme: Theme, pageUrl: string): Promise<Uint8Array> {
  const firefox = await launchFirefox({ 'ui.systemUsesDarkTheme': theme === 'dark' ? 1 : 0 });
  try {
    const { marionette } = firefox;
    await installExtension(marionette);
    await marionette.callBrowser(prepareWindow, WINDOW.width, WINDOW.height);
    const page = await marionette.firstTab();
    await page.navigate(pageUrl);
    const panel = await openPanel(marionette, DEVTOOLS_HEIGHT);
    await page.call(async () => {
      await window.demo.ask('4', 0).catch(() => undefined);
    });
    await waitForDetail(panel, ['x-stainless-timeout', 'Ollama', 'Chrome would block it, too']);
    return Buffer.from(await marionette.screenshot(), 'base64');
  } finally {
    await firefox.close();
  }
}

/** Runs in Firefox itself. What only a browser under remote control shows is left out, and so are its tabs. */
async function prepareWindow(width: number, height: number): Promise<null> {
  window.resizeTo(width, height);
  document.documentElement.removeAttribute('remotecontrol');
  document.getElementById('TabsToolbar')?.setAttribute('hidden', 'true');
  return null;
}

const ollama = await startOllama({ port: OLLAMA_PORT });
const demo = await startStaticPage(await buildDemoPage(), PAGE_PORT);
try {
  for (const theme of THEMES) {
    const picture = await takePicture(theme, `${demo.origin}/?api=${encodeURIComponent(ollama.origin)}`);
    await writeFile(join(DOCS, `firefox-${theme}.png`), picture);
    console.log(`docs/firefox-${theme}.png: ${Math.round(picture.length / 1024)} KB`);
  }
} finally {
  await demo.close();
  await ollama.close();
}
