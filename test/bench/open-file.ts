import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../browser/harness/launch.ts';
import { chooseFile } from '../browser/support/open-file.ts';
import { writeLargeHar } from './large-har.ts';

// How fast a HAR of 100 MB is opened, with large and with small entries: npm run bench:file
const MEGABYTES = 100;
const BODY_CHARS = [6_000, 30];

const folder = mkdtempSync(join(tmpdir(), 'large-har-'));
const { browser, extensionId, close } = await launchChromium();
try {
  for (const chars of BODY_CHARS) {
    const path = join(folder, `${chars}.har`);
    const entries = writeLargeHar(path, MEGABYTES, chars);
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/src/panel/index.html`);
    await page.evaluate(() => {
      const times = { start: 0, first: 0, longest: 0 };
      Object.assign(globalThis, { times });
      document.addEventListener(
        'change',
        () => {
          times.start = performance.now();
        },
        { capture: true },
      );
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) times.longest = Math.max(times.longest, duration);
      }).observe({ type: 'longtask' });
      new MutationObserver(() => {
        if (times.first === 0 && document.querySelector('[role=treeitem]') !== null)
          times.first = performance.now();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await chooseFile(page, path);
    await page.waitForSelector('[role=treeitem]', { timeout: 60_000 });
    // All rows are judged and drawn by then.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const { first, longest } = await page.evaluate(() => {
      const { times } = globalThis as never as {
        readonly times: Readonly<Record<'start' | 'first' | 'longest', number>>;
      };
      return { first: times.first - times.start, longest: times.longest };
    });
    console.log(
      `${MEGABYTES} MB, ${entries} entries: first rows after ${Math.round(first)} ms (2,000 at most)`,
    );
    console.log(
      `  longest task of the panel's thread ${Math.round(longest)} ms (100 at most; 0 is less than 50)`,
    );
    await page.close();
  }
} finally {
  await close();
  rmSync(folder, { recursive: true });
}
