import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { DevtoolsPanel } from '../browser/harness/devtools-panel.ts';
import { savePanelPicture } from '../browser/harness/screenshot.ts';
import { overflowing } from '../browser/support/overflow.ts';
import { resizePanel, setTheme, THEMES, WIDTHS } from '../browser/support/panel-size.ts';

/** How high the panel is at each width: beside the page, and at the bottom of the window. */
const HEIGHTS: ReadonlyMap<number, readonly number[]> = new Map([
  [320, [800]],
  [400, [800]],
  [1200, [350, 800]],
]);

/** Takes pictures of a state in each theme and size. @returns what is wider than its window, in words */
export async function takePanel(
  shown: DevtoolsPanel,
  name: string,
  folder: string,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const theme of THEMES) {
    await setTheme(shown, theme);
    for (const width of WIDTHS) {
      for (const height of HEIGHTS.get(width) ?? []) {
        await resizePanel(shown, width, height);
        const picture = `${name}-${theme}-${width}x${height}`;
        await savePanelPicture(shown, join(folder, `${picture}.png`));
        problems.push(...(await overflowing(shown.panel)).map((problem) => `${picture}: ${problem}`));
      }
    }
  }
  return problems;
}

/** The same of the popup, which decides on its size itself. */
export async function takePopup(popup: Page, name: string, folder: string): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const theme of THEMES) {
    await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    const picture = `${name}-${theme}`;
    await popup.screenshot({ path: join(folder, `${picture}.png`) });
    problems.push(...(await overflowing(popup)).map((problem) => `${picture}: ${problem}`));
  }
  return problems;
}
