import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { requireChromium } from './find-chromium.ts';
import { waitForListeners } from './worker.ts';

/** The folder of the extension as it is built. */
export const BUILT_EXTENSION = fileURLToPath(new URL('../../../dist/chrome', import.meta.url));

export interface LaunchOptions {
  /** The unpacked extension's folder; `dist/chrome` by default. */
  readonly extension?: string;
  readonly headless?: boolean;
  /** Where the profile is kept, by whoever starts the browser; a fresh one by default, which goes with it. */
  readonly userDataDir?: string;
  /** The browser's language, as far as it is installed; whatever it is by default. */
  readonly language?: string;
  /** Whether names under `.test` lead to this machine, as tests want it; true by default. */
  readonly mapsTestNames?: boolean;
  /** Switches for one test alone. */
  readonly args?: readonly string[];
}

export interface Chromium {
  readonly browser: Browser;
  readonly extensionId: string;
  /** Ends the browser and removes its profile; does nothing when it is gone already. */
  close(): Promise<void>;
}

/** Starts Chromium with the extension, which is listening when this resolves. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Chromium> {
  const { extension = BUILT_EXTENSION } = options;
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`There is no extension in ${extension}. Build it first: npm run build`);
  }
  const browser = await launchBrowser(options);
  const close = () => browser.close();
  try {
    const extensionId = await browser.installExtension(extension);
    await waitForListeners(browser, extensionId);
    return { browser, extensionId, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts Chromium, ready for extensions but without any. */
export function launchBrowser({
  headless = true,
  args = [],
  userDataDir,
  language,
  mapsTestNames = true,
}: Omit<LaunchOptions, 'extension'> = {}): Promise<Browser> {
  return puppeteer.launch({
    executablePath: requireChromium(),
    headless,
    pipe: true,
    enableExtensions: true,
    handleDevToolsAsPage: true,
    defaultViewport: null,
    // Of DevTools' own requests alone puppeteer would hear hundreds: a test that listens to a page's has a session of its own.
    networkEnabled: false,
    ...(userDataDir === undefined ? {} : { userDataDir }),
    // Of the environment on Linux, by a switch elsewhere.
    ...(language === undefined ? {} : { env: { ...process.env, LANGUAGE: language.replace('-', '_') } }),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // No bar "controlled by automated test software" in a window that a person looks at.
    ignoreDefaultArgs: headless ? false : ['--enable-automation'],
    args: [
      ...switches(),
      // Names that no DNS knows: pages that aren't on this machine, as far as the browser can tell.
      ...(mapsTestNames ? ['--host-resolver-rules=MAP *.test 127.0.0.1'] : []),
      // Nobody looks: to draw without it is quicker.
      ...(headless ? ['--disable-gpu', `--disable-features=${UNUSED.join(',')}`] : []),
      ...(language === undefined ? [] : [`--lang=${language}`]),
      ...args,
    ],
  });
}

/** What no test uses. The renderers that these keep ready are a fifth of what it costs to start Chromium and DevTools. */
const UNUSED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
];

function switches(): string[] {
  const list = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--window-size=1400,1000',
  ];
  if (process.getuid?.() === 0) list.push('--no-sandbox');
  return list;
}
