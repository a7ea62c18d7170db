/**
 * `npm run animation`: the READMEs' animation and its still, in both languages and themes, from the real panel: the
 * `openai` client calls a local Ollama, the panel says why that fails, the override lets it through. It takes the ports
 * that people know: 5174 for the page, and Ollama's own.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { click } from '../browser/harness/click.ts';
import type { Inspected } from '../browser/harness/inspected.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { waitForPanelText } from '../browser/harness/panel-text.ts';
import { savePanelPicture } from '../browser/harness/screenshot.ts';
import { type Stage, stageOn } from '../browser/harness/stage.ts';
import { ask } from '../browser/support/main-job.ts';
import { resizePanel, setTheme, THEMES, type Theme } from '../browser/support/panel-size.ts';
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

/** An animation in one language. */
interface Edition {
  readonly language: string;
  readonly messages: Readonly<
    Record<'emptyNothing' | 'calledFrom' | 'laterOverridden', { readonly message: string }>
  >;
  readonly captions: Readonly<Record<'failed' | 'pointed' | 'on' | 'passed', string>>;
  readonly folder: string;
}

const EDITIONS: readonly Edition[] = [
  {
    language: 'en',
    messages: en,
    captions: {
      failed: 'A page calls a local Ollama, and is blocked. The panel says why, and what to change.',
      pointed: 'Until that is changed: one switch.',
      on: 'It is for this page, this server and this tab.',
      passed: 'The next call passes.',
    },
    folder: DOCS,
  },
  {
    language: 'zh-CN',
    messages: zh,
    captions: {
      failed: '页面请求本机的 Ollama，被拦截了。面板说明原因，以及该改什么。',
      pointed: '在改好之前：打开一个开关。',
      on: '只对这个页面、这台服务器和这个标签页有效。',
      passed: '下一次请求就通过了。',
    },
    folder: join(DOCS, 'zh-CN'),
  },
];

async function takeFrames(
  stage: Stage,
  theme: Theme,
  { messages, captions }: Edition,
): Promise<readonly Taken[]> {
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

  await waitForPanelText(shown.panel, [messages.emptyNothing.message]);
  await ask(shown.page, '4');
  await waitForPanelText(shown.panel, [
    'x-stainless-timeout',
    messages.calledFrom.message.split(/ ?\$/)[0] ?? '',
  ]);
  const failed = await take(captions.failed, 5_000);
  const pointed = await take(captions.pointed, 1_600, await placeOf(shown, SWITCH));
  await click(shown.panel, SWITCH);
  await shown.panel.waitForSelector(`${SWITCH}[aria-checked=true][aria-busy=false]`);
  const on = await take(captions.on, 2_500, await placeOf(shown, SWITCH));
  await ask(shown.page, '4');
  await waitForPanelText(shown.panel, [messages.laterOverridden.message.split(/\$ ?/).at(-1) ?? '']);
  const passed = await take(captions.passed, 3_500);
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

async function animate(edition: Edition, theme: Theme): Promise<void> {
  const chromium = await launchChromium({ language: edition.language });
  const stage = stageOn(chromium);
  try {
    const frames = await takeFrames(stage, theme, edition);
    const canvas = await stage.openPage('about:blank');
    const drawn: { picture: Uint8Array; duration: number }[] = [];
    for (const frame of frames) {
      drawn.push({ picture: await drawFrame(canvas, frame), duration: frame.duration });
    }
    const animation = animatedWebp({ width: SIZE.width, height: SIZE.height + CAPTION_HEIGHT }, drawn);
    const file = join(edition.folder, `panel-${theme}`);
    await writeFile(`${file}.webp`, animation);
    // The first frame says most: it is the still, too.
    await writeFile(`${file}.png`, frames[0]?.panel ?? '');
    console.log(`${relative(process.cwd(), file)}.webp: ${Math.round(animation.length / 1024)} KB`);
    await stage.clear();
  } finally {
    await chromium.close();
  }
}

for (const edition of EDITIONS) {
  // Each theme has a browser of its own: the panel remembers an override that has ended.
  for (const theme of THEMES) await animate(edition, theme);
}
