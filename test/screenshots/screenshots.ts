/**
 * `npm run screenshots`: pictures of the real panel in real DevTools, and of the popup, in all their states, both
 * themes and several sizes, in `dist/screenshots`. It fails where something is wider than its window. Names of states
 * as arguments take only these.
 */
import { mkdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../browser/harness/launch.ts';
import { stageOn } from '../browser/harness/stage.ts';
import { PANEL_STATES } from '../browser/support/panel-states.ts';
import { POPUP_STATES } from '../browser/support/popup-states.ts';
import { buildDemoPage } from '../demo/build-page.ts';
import { takePanel, takePopup } from './take.ts';

const FOLDER = fileURLToPath(new URL('../../dist/screenshots', import.meta.url));

const wanted = process.argv.slice(2);
const isWanted = ([name]: readonly [name: string, ...rest: unknown[]]) =>
  wanted.length === 0 || wanted.includes(name);

await mkdir(FOLDER, { recursive: true });
const chromium = await launchChromium();
const demoPage = buildDemoPage();
const stage = stageOn(chromium, () => demoPage);
const problems: string[] = [];
try {
  for (const [name, open] of Object.entries(PANEL_STATES).filter(isWanted)) {
    problems.push(...(await takePanel(await open(stage), name, FOLDER)));
    await stage.clear();
    console.log(name);
  }
  for (const [name, open] of Object.entries(POPUP_STATES).filter(isWanted)) {
    problems.push(...(await takePopup(await open(stage), name, FOLDER)));
    await stage.clear();
    console.log(name);
  }
} finally {
  await chromium.close();
}
for (const problem of problems) console.error(problem);
console.log(`The pictures are in ${relative(process.cwd(), FOLDER)}.`);
process.exitCode = problems.length === 0 ? 0 : 1;
