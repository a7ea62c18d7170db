/** `npm run icons`: renders `public/icons/*.svg` as the PNGs that Chrome wants; the smallest has a drawing of its own. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { requireChromium } from '../browser/harness/find-chromium.ts';

const FOLDER = fileURLToPath(new URL('../../public/icons/', import.meta.url));
const DRAWINGS: Readonly<Record<number, string>> = {
  16: 'icon-small.svg',
  32: 'icon.svg',
  48: 'icon.svg',
  128: 'icon.svg',
};

const browser = await puppeteer.launch({
  executablePath: requireChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const [size, drawing] of Object.entries(DRAWINGS)) {
    const svg = await readFile(`${FOLDER}${drawing}`, 'base64');
    const [width, height] = [Number(size), Number(size)];
    await page.setViewport({ width, height, deviceScaleFactor: 1 });
    await page.setContent(
      `<style>*{margin:0}img{display:block}</style><img width=${size} height=${size} src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.screenshot({ path: `${FOLDER}icon-${width}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
