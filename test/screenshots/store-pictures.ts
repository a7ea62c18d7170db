/**
 * `npm run store-pictures`: the pictures of the listing in the stores, from the real panel, in `dist/store`: five of
 * 1280 × 800, and the small tile. They are JPEG files, since the stores take no PNG with transparency.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { launchChromium } from '../browser/harness/launch.ts';
import { savePanelPicture } from '../browser/harness/screenshot.ts';
import { stageOn } from '../browser/harness/stage.ts';
import { resizePanel, setTheme, type Theme } from '../browser/support/panel-size.ts';
import { PANEL_STATES } from '../browser/support/panel-states.ts';
import { buildDemoPage } from '../demo/build-page.ts';
import { CAPTION_HEIGHT, drawFrame } from './draw-frame.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'dist/store');
const SIZE = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

const PICTURES: readonly (readonly [state: string, theme: Theme, caption: string])[] = [
  ['ollama', 'light', 'Why the call is blocked, in one sentence. The change for your server beside it.'],
  ['preflight-401', 'dark', 'The cause behind Chrome’s message: here a login check before CORS.'],
  ['override-on', 'light', 'Let it through for now: one page on localhost, one server, one tab.'],
  ['consent-405', 'dark', 'What takes more is said first, and done only once you agree.'],
  ['thousand', 'light', 'A thousand blocked calls, grouped by cause.'],
];

const chromium = await launchChromium();
const demoPage = buildDemoPage();
const stage = stageOn(chromium, () => demoPage);
try {
  await mkdir(FOLDER, { recursive: true });
  for (const [index, [state, theme, caption]] of PICTURES.entries()) {
    const shown = await PANEL_STATES[state]?.(stage);
    if (shown === undefined) throw new Error(`There is no state ${state}.`);
    await setTheme(shown, theme);
    await resizePanel(shown, SIZE.width, SIZE.height - CAPTION_HEIGHT);
    const file = join(tmpdir(), 'store-picture.png');
    await savePanelPicture(shown, file);
    const canvas = await stage.openPage('about:blank');
    const content = { panel: await readFile(file), caption, pointer: null, theme };
    const path = join(FOLDER, `${index + 1}-${state}.jpg`);
    await writeFile(path, await drawFrame(canvas, content, 'image/jpeg'));
    console.log(relative(ROOT, path));
    await stage.clear();
  }
  await takeTile(await stage.openPage('about:blank'), join(FOLDER, 'tile.jpg'));
} finally {
  await chromium.close();
}

async function takeTile(page: Page, path: string): Promise<void> {
  const icon = await readFile(join(ROOT, 'public/icons/icon.svg'), 'base64');
  await page.setViewport({ ...TILE, deviceScaleFactor: 1 });
  await page.setContent(`<style>
    body { margin: 0; height: ${TILE.height}px; display: grid; place-content: center; justify-items: center; gap: 14px;
      background: #f6f8fa; color: #1f2328; font-family: system-ui, sans-serif; text-align: center }
    h1 { margin: 0; font-size: 32px } p { margin: 0; font-size: 19px; color: #59636e }
  </style>
  <img width="96" height="96" alt="" src="data:image/svg+xml;base64,${icon}">
  <h1>${en.extensionName.message}</h1><p>Why CORS blocked it, and the fix</p>`);
  await page.screenshot({ path, type: 'jpeg', quality: 95 });
  console.log(relative(ROOT, path));
}
