/**
 * `npm run animation`: the READMEs' animation and its still, in both themes, from the real panel: the `openai` client
 * calls a local Ollama, the panel says why that fails, the override lets it through. It takes the ports that people
 * know: 5174 for the page, and Ollama's own.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inspected } from '../browser/harness/inspected.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { waitForPanelText } from '../browser/harness/panel-text.ts';
import { savePanelPicture } from '../browser/harness/screenshot.ts';
import { type Stage, stageOn } from '../browser/harness/stage.ts';
import { ask } from '../browser/support/main-job.ts';
import { resizePanel, setTheme, THEMES, type Theme } from '../browser/support/panel-size.ts';
import { switchOverride, waitForDetail } from '../browser/support/panel-view.ts';
import { startOllama } from '../servers/ollama.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { animatedWebp } from './animated-webp.ts';
import { CAPTION_HEIGHT, drawFrame, type FrameContent } from './draw-frame.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const [PAGE_PORT, OLLAMA_PORT] = [5174, 11434];
const SIZE = { width: 1120, height: 460 };
const SWITCH = '[role=switch]';

/** A frame as it is taken, and how long it is shown, in ms. */
type Taken = FrameContent & { readonly duration: number };

async function takeFrames(stage: Stage, theme: Theme): Promise<readonly Taken[]> {
  const api = await stage.started(startOllama({ port: OLLAMA_PORT }));
  const { origin } = await stage.started(startStaticPage(await stage.demoPage(), PAGE_PORT));
  const shown = await stage.openInspected(`${origin}/?api=${encodeURIComponent(api.origin)}`);
  await setTheme(shown, theme);
  await resizePanel(shown, SIZE.width, SIZE.height);
  const take = async (caption: string, duration: number, pointer: FrameContent['pointer'] = null) => ({
    panel: await pictureOf(shown),
    caption,
    duration,
    pointer,
    theme,
  });

  await waitForPanelText(shown.panel, ['Nothing seen yet']);
  await ask(shown.page, '4');
  await waitForDetail(shown.panel, ['x-stainless-timeout', 'Called from']);
  const failed = await take(
    'A page calls a local Ollama, and is blocked. The panel says why, and what to change.',
    5_000,
  );
  const pointed = await take('Until that is changed: one switch.', 1_600, await placeOf(shown, SWITCH));
  await switchOverride(shown.panel, true);
  const on = await take(
    'It is for this page, this server and this tab.',
    2_500,
    await placeOf(shown, SWITCH),
  );
  await ask(shown.page, '4');
  await waitForDetail(shown.panel, ['passed, thanks to the override']);
  const passed = await take('The next call passes.', 3_500);
  return [failed, pointed, on, passed];
}

async function pictureOf(shown: Inspected): Promise<Uint8Array> {
  const path = join(tmpdir(), 'animation-frame.png');
  await savePanelPicture(shown, path);
  return await readFile(path);
}

/** The middle of an element of the panel, in pixels of the picture. */
function placeOf({ panel }: Inspected, selector: string): Promise<{ x: number; y: number }> {
  return panel.$eval(selector, (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + Math.min(width / 2, 20), y: top + height / 2 };
  });
}

// Each theme has a browser of its own: the panel remembers an override that has ended.
for (const theme of THEMES) {
  const chromium = await launchChromium();
  const stage = stageOn(chromium);
  try {
    const frames = await takeFrames(stage, theme);
    const canvas = await stage.openPage('about:blank');
    const drawn: { picture: Uint8Array; duration: number }[] = [];
    for (const frame of frames) {
      drawn.push({ picture: await drawFrame(canvas, frame), duration: frame.duration });
    }
    const animation = animatedWebp({ width: SIZE.width, height: SIZE.height + CAPTION_HEIGHT }, drawn);
    await writeFile(join(DOCS, `panel-${theme}.webp`), animation);
    // The first frame says most: it is the still, too.
    await writeFile(join(DOCS, `panel-${theme}.png`), frames[0]?.panel ?? '');
    console.log(`docs/panel-${theme}.webp: ${Math.round(animation.length / 1024)} KB`);
    await stage.clear();
  } finally {
    await chromium.close();
  }
}
