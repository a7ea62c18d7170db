import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { openExtensionPage, sendMessage } from '../browser/harness/extension-page.ts';
import { launchBrowser } from '../browser/harness/launch.ts';
import { stopWorker, waitForListeners } from '../browser/harness/worker.ts';
import { noDeclaredRules } from '../browser/support/declared-rules.ts';
import { changeSetting } from '../browser/support/extensions-page.ts';
import { type Action, type Call, callIds, type Place, type Step, type Tab, type Under } from './walk.ts';
import { PAGE, TWIN_USER_AGENT, type World } from './world.ts';

/** How long what a step brings may take, in ms, and how often it is looked for. */
const PATIENCE = 3_000;
const INTERVAL = 10;
/** How long a page may take to come out of the history, where nothing tells that there is none to come. */
const HISTORY_PATIENCE = 1_000;
/** Nobody serves these. */
const DEAD_PORT = 20_001;
/** Those with a service worker that answers for them. */
const WITH_SERVICE_WORKER: readonly Place[] = ['A', 'B', 'under B'];
/** What the paths of documents begin with. */
const ROOTS: Readonly<Record<Tab, string>> = { 'the tab': 'top', 'another tab': 'other tab' };
const OTHER_EXTENSION = fileURLToPath(new URL('./other-extension', import.meta.url));
const AGENT = /<script>([\s\S]*)<\/script>/.exec(PAGE)?.[1] ?? '';

/** What a call of a document has come to: `read` and what was read, `unreadable`, `opaque` or `no answer`. */
export interface MadeCall {
  readonly id: string;
  /** Who made it. */
  readonly by: string;
  readonly outcome: string;
}

/** A document that was alive, and its calls, those of its worker and service worker included. */
export interface SeenDocument {
  readonly tab: Tab;
  /** Of names of frames; `top` for the top one. */
  readonly path: string;
  readonly origin: string;
  readonly href: string;
  readonly calls: readonly MadeCall[];
}

/** Our extension in a browser. */
export interface Installed {
  readonly folder: string;
  readonly extensionId: string;
}

/** What goes into a page's URL, or its text where it has none. */
interface Given {
  readonly name: string;
  readonly first: readonly SentCall[];
}

interface SentCall extends Pick<Call, 'method' | 'credentials' | 'mode' | 'from'> {
  readonly id: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

type PlainAction = Exclude<Action, { type: 'begin to navigate' }>;

interface AgentWindow {
  walk?(job: object): Promise<readonly (Omit<SeenDocument, 'tab'> & { added?: boolean })[]>;
  walkName?: string;
  walkDocument?: string;
  walkSource?: string;
  walkToBlob?(given: Given): void;
}

/** A browser that walks are played in, with our extension or without. */
export class Player {
  readonly #browser: Browser;
  readonly #world: World;
  readonly #otherExtensionId: string;
  readonly #installed: Installed | null;
  #extension: Page | null = null;
  #incognito = false;
  /** How many tabs so far: in both browsers the same. */
  #opened = 0;
  readonly #tabs = new Map<Tab, Page>();
  readonly #tabId = new Map<Tab, number>();
  /** The names of the frames that were added, with the paths of the documents they were added to. */
  #frames: { readonly name: string; readonly under: string }[] = [];

  private constructor(parts: {
    browser: Browser;
    world: World;
    otherExtensionId: string;
    installed: Installed | null;
  }) {
    this.#browser = parts.browser;
    this.#world = parts.world;
    this.#otherExtensionId = parts.otherExtensionId;
    this.#installed = parts.installed;
  }

  /** @param folder of our extension; null for a browser without it */
  static async start(world: World, folder: string | null): Promise<Player> {
    const browser = await launchBrowser({ args: folder === null ? [`--user-agent=${TWIN_USER_AGENT}`] : [] });
    try {
      const session = await browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'deny' });
      const otherExtensionId = await browser.installExtension(OTHER_EXTENSION);
      await registerServiceWorkers(browser, world);
      const installed =
        folder === null ? null : { folder, extensionId: await browser.installExtension(folder) };
      if (installed !== null) await waitForListeners(browser, installed.extensionId);
      return new Player({ browser, world, otherExtensionId, installed });
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** Opens a fresh tab on a page of A. */
  async begin(): Promise<void> {
    this.#frames = [];
    await this.#openTab('the tab');
  }

  async #openTab(tab: Tab): Promise<Page> {
    const page = await this.#browser.newPage({ background: tab === 'another tab' });
    this.#tabs.set(tab, page);
    // By its URL the extension can find the tab.
    const url = `${this.#world.urlOf('A', '/page')}?tab=${encodeURIComponent(`${tab} ${++this.#opened}`)}`;
    await page.goto(url);
    if (this.#installed !== null) {
      const extension = await this.#extensionPage();
      const id = await extension.evaluate(async (wanted) => {
        const tabs = await chrome.tabs.query({});
        return tabs.find((one) => one.url === wanted)?.id;
      }, url);
      if (id === undefined) throw new Error(`The extension sees no tab ${url}.`);
      this.#tabId.set(tab, id);
    }
    return page;
  }

  async #tab(tab: Tab): Promise<Page> {
    return this.#tabs.get(tab) ?? (await this.#openTab(tab));
  }

  async #extensionPage(): Promise<Page> {
    if (this.#installed === null) throw new Error('This browser is without the extension.');
    if (this.#extension === null || this.#extension.isClosed()) {
      this.#extension = await openExtensionPage(this.#browser, this.#installed.extensionId);
    }
    return this.#extension;
  }

  /**
   * Leaves nothing of a walk.
   * @returns whether that is so, and the next may begin
   */
  async end(): Promise<boolean> {
    if (this.#installed !== null) await this.#emptyStore();
    for (const page of this.#tabs.values()) await page.close().catch(() => {});
    this.#tabs.clear();
    this.#tabId.clear();
    if (this.#installed === null) return true;
    return noDeclaredRules(await this.#extensionPage()).then(
      () => true,
      () => false,
    );
  }

  /**
   * Does what a step says, and lets all documents make its calls at once: what an override needs a moment for is looked
   * for, too.
   * @returns what the extension answered, if it was told something, and the documents
   */
  async play(
    step: Step,
    index: number,
  ): Promise<{ readonly answer: unknown; readonly documents: readonly SeenDocument[] }> {
    const { action } = step;
    if (action.type === 'begin to navigate') {
      return { answer: null, documents: await this.#beginToNavigate(action, step, index) };
    }
    const answer = await this.#act({ ...step, action }, index);
    return { answer, documents: await this.#call(step.calls, index) };
  }

  async #act(
    { action, first }: { readonly action: PlainAction; readonly first: readonly Call[] },
    index: number,
  ): Promise<unknown> {
    const name = `n${index}`;
    const given: Given = { name, first: this.#sent(first, callIds(index, 'first')) };
    switch (action.type) {
      case 'navigate':
        return await this.#navigate(action, given);
      case 'navigate to own blob': {
        const page = await this.#tab(action.tab);
        await page.evaluate((ofPage) => (self as AgentWindow).walkToBlob?.(ofPage), given).catch(() => {});
        return await untilNamed(page, name);
      }
      case 'navigate to about:blank': {
        const page = await this.#tab(action.tab);
        if (action.by === 'address bar') await page.goto('about:blank');
        else await setLocation(page, 'about:blank');
        return await untilSo(async () => page.url() === 'about:blank', HISTORY_PATIENCE);
      }
      case 'navigate to chrome://version':
        return void (await (await this.#tab(action.tab)).goto('chrome://version').catch(() => {}));
      case 'history':
        return await this.#goInHistory(action.delta, action.by);
      case 'reload': {
        const page = await this.#tab('the tab');
        return void (await page.reload({ timeout: PATIENCE }).catch(() => {}));
      }
      case 'download': {
        const page = await this.#tab('the tab');
        await clickLink(page, this.#world.urlOf(action.from, `/file?${index}`));
        return await pause(50);
      }
      case 'add frame':
      case 'add dead frames':
      case 'move frame':
      case 'remove frame':
      case 'navigate frame':
        return await this.#changeFrames(action, given);
      case 'override':
        return await this.#setOverride(action);
      case 'stop the worker':
        if (this.#installed !== null) await stopWorker(this.#browser, this.#installed.extensionId);
        return;
      case 'fill the store':
        return await this.#fillStore();
      case 'empty the store':
        return await this.#emptyStore();
      case 'reload the extension':
        return await this.#reloadExtension();
      case 'call often': {
        const url = `${this.#world.targetOrigin(action.target)}/api/${action.manner}?id=often&by=often`;
        const page = await this.#tab('the tab');
        return await page.evaluate(
          async (target, times) => {
            for (let count = 0; count < times; count++) {
              const headers = { 'x-asked': '1' };
              await fetch(target, { method: 'PUT', headers, signal: AbortSignal.timeout(5_000) }).catch(
                () => {},
              );
            }
          },
          url,
          action.times,
        );
      }
      case 'wait':
        return await pause(action.milliseconds);
    }
  }

  /** The browser passes nothing on to a tab while a navigation is under way: all is done by the page, in one go. */
  async #beginToNavigate(
    { to, frameOf }: Action & { type: 'begin to navigate' },
    { calls, first }: Step,
    index: number,
  ): Promise<readonly SeenDocument[]> {
    const page = await this.#tab('the tab');
    const name = `n${index}`;
    const given: Given = { name, first: this.#sent(first, callIds(index, 'first')) };
    const jobs: object[] = [this.#callJob(calls, index)];
    if (frameOf !== null) {
      const url = `${this.#world.urlOf(frameOf, '/page')}?given=${encodeURIComponent(JSON.stringify(given))}`;
      jobs.unshift({ type: 'add frame', at: 'top', name, kind: 'plain', url, given });
      this.#frames.push({ name, under: 'top' });
    }
    const told = await page
      .evaluate(
        async (url, all) => {
          location.href = url;
          await new Promise((resolve) => setTimeout(resolve, 50));
          let last: Awaited<ReturnType<NonNullable<AgentWindow['walk']>>> = [];
          for (const job of all) last = (await (self as AgentWindow).walk?.(job)) ?? [];
          window.stop();
          return last;
        },
        this.#world.urlOf(to, `/hang?${index}`),
        jobs.map((job) => ({ ...job, root: ROOTS['the tab'] })),
      )
      .catch(() => []);
    return told.map((one) => ({ ...one, tab: 'the tab' as const }));
  }

  #callJob(calls: readonly Call[], index: number): object {
    return { type: 'call', calls: this.#sent(calls, callIds(index, 'after')) };
  }

  /** Lets all documents make a step's calls. */
  async #call(calls: readonly Call[], index: number): Promise<readonly SeenDocument[]> {
    const job = this.#callJob(calls, index);
    const ofTabs = await Promise.all([...this.#tabs.keys()].map((tab) => this.#ask(tab, job)));
    return ofTabs.flat();
  }

  #sent(calls: readonly Call[], idOf: (index: number) => string): readonly SentCall[] {
    return calls.map((call, index) => {
      const { method, credentials, mode, from, header } = call;
      const id = idOf(index);
      const url = this.#world.callUrl(call, id);
      return { id, url, method, credentials, mode, from, headers: header === null ? {} : { [header]: '1' } };
    });
  }

  async #ask(tab: Tab, job: object): Promise<readonly SeenDocument[]> {
    const page = await this.#tab(tab);
    if (page.url() === 'about:blank') await injectAgent(page);
    const told = await page
      .evaluate((what) => (self as AgentWindow).walk?.(what) ?? [], { ...job, root: ROOTS[tab] })
      // The document has gone, or is one of the browser's own.
      .catch(() => []);
    return told.map((one) => ({ ...one, tab }));
  }

  async #navigate(action: Action & { type: 'navigate' }, given: Given): Promise<void> {
    const { tab, to, by, path } = action;
    const page = await this.#tab(tab);
    const url = `${this.#world.urlOf(to, path)}?given=${encodeURIComponent(JSON.stringify(given))}`;
    switch (by) {
      case 'address bar':
        await page.goto(url, { timeout: PATIENCE }).catch(() => {});
        break;
      case 'link':
        await clickLink(page, url);
        break;
      case 'location':
        await setLocation(page, url);
        break;
      case 'redirect':
        await setLocation(page, this.#world.urlOf('A', `/redirect?to=${encodeURIComponent(url)}`));
        break;
    }
    // Those of the browser's own can't be made to go anywhere.
    if (!(await untilNamed(page, given.name))) await page.goto(url, { timeout: PATIENCE }).catch(() => {});
  }

  async #goInHistory(delta: -1 | 1, by: 'script' | 'button'): Promise<void> {
    const page = await this.#tab('the tab');
    const session = await page.createCDPSession();
    const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
    const entry = entries[currentIndex + delta];
    if (entry !== undefined) {
      const before = await documentOf(page);
      if (by === 'button')
        await session.send('Page.navigateToHistoryEntry', { entryId: entry.id }).catch(() => {});
      else await page.evaluate((by) => history.go(by), delta).catch(() => {});
      await untilSo(async () => {
        const now = await documentOf(page);
        return now !== before && (now !== null || !entry.url.startsWith('http'));
      }, HISTORY_PATIENCE);
    }
    await session.detach().catch(() => {});
  }

  async #changeFrames(
    action: Action & {
      type: 'add frame' | 'add dead frames' | 'move frame' | 'remove frame' | 'navigate frame';
    },
    given: Given,
  ): Promise<void> {
    const { name } = given;
    switch (action.type) {
      case 'add frame': {
        const { kind, of, path, throughX } = action;
        const query = `?given=${encodeURIComponent(JSON.stringify(given))}`;
        const url = throughX
          ? this.#world.throughX()
          : of === 'another extension'
            ? `chrome-extension://${this.#otherExtensionId}/page.html${query}`
            : `${this.#world.urlOf(of, path)}${query}`;
        const at = this.#pathUnder(action.under);
        await this.#ask('the tab', { type: 'add frame', at, name, kind, url, given });
        this.#frames.push({ name, under: at });
        return;
      }
      case 'add dead frames': {
        const at = this.#pathUnder(action.under);
        await this.#ask('the tab', { type: 'add dead frames', at, from: DEAD_PORT, count: action.count });
        return;
      }
      case 'move frame':
      case 'remove frame':
      case 'navigate frame': {
        const frame = this.#frames.at(action.which === 'newest' ? -1 : -2);
        if (frame === undefined) return;
        const at = frame.under;
        if (action.type !== 'navigate frame') {
          await this.#ask('the tab', { type: action.type, at, name: frame.name });
          return;
        }
        const query = `?given=${encodeURIComponent(JSON.stringify({ ...given, name: frame.name }))}`;
        const url = `${this.#world.urlOf(action.to, '/page')}${query}`;
        await this.#ask('the tab', { type: 'send frame', at, name: frame.name, url });
        return;
      }
    }
  }

  #pathUnder(under: Under): string {
    if (under === 'top') return 'top';
    const frame = this.#frames.at(under === 'newest' ? -1 : -2);
    return frame === undefined ? 'top' : `${frame.under}/${frame.name}`;
  }

  async #setOverride({ tab, page, target, enabled, allow }: Action & { type: 'override' }): Promise<unknown> {
    if (this.#installed === null) {
      // It is opened in the other browser, too.
      await this.#tab(tab);
      return null;
    }
    await this.#tab(tab);
    const extension = await this.#extensionPage();
    return await sendMessage(extension, {
      type: 'setOverride',
      tabId: this.#tabId.get(tab),
      pageOrigin: this.#world.originOf(page),
      targetOrigin: this.#world.targetOrigin(target),
      enabled,
      ...(enabled ? { allow } : {}),
    });
  }

  /** Until nothing more fits into the store for the browser's session, and the extension has nothing to give up in it. */
  async #fillStore(): Promise<void> {
    if (this.#installed === null) return;
    const extension = await this.#extensionPage();
    for (const tabId of this.#tabId.values()) await sendMessage(extension, { type: 'clearExchanges', tabId });
    await extension.evaluate(async () => {
      const step = `filling/${Date.now()}`;
      // A key costs more than its text: once no other fits, the last one grows until it can't.
      let [key, size, isLast] = ['', 0, false];
      for (let more = 2 ** 22, count = 0; more >= 1; count++) {
        if (!isLast && more < 64) {
          if (key === '') return;
          [isLast, more] = [true, 256];
        }
        const [triedKey, tried] = isLast ? [key, size + more] : [`${step}/${count}`, more];
        const isStored = await chrome.storage.session.set({ [triedKey]: 'x'.repeat(tried) }).then(
          () => true,
          () => false,
        );
        if (isStored) [key, size] = [triedKey, tried];
        if (!isStored || isLast) more /= 2;
      }
    });
  }

  async #emptyStore(): Promise<void> {
    if (this.#installed === null) return;
    const extension = await this.#extensionPage();
    await extension.evaluate(async () => {
      const keys = await chrome.storage.session.getKeys();
      await chrome.storage.session.remove(keys.filter((key) => key.startsWith('filling/')));
    });
  }

  async #reloadExtension(): Promise<void> {
    if (this.#installed === null) return;
    // A setting that is of no matter here: Chrome starts the extension anew for it.
    this.#incognito = !this.#incognito;
    const setting = { incognitoAccess: this.#incognito };
    await changeSetting(this.#browser, this.#installed.extensionId, setting);
    this.#extension = null;
  }
}

async function registerServiceWorkers(browser: Browser, world: World): Promise<void> {
  const page = await browser.newPage();
  for (const place of WITH_SERVICE_WORKER) {
    await page.goto(world.urlOf(place, '/sw/register'));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.register('/sw/worker.js');
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      while (worker?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 10));
    });
  }
  await page.close();
}

function clickLink(page: Page, url: string): Promise<void> {
  return page
    .evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.body.append(link);
      link.click();
      link.remove();
    }, url)
    .catch(() => {});
}

function setLocation(page: Page, url: string): Promise<void> {
  return page
    .evaluate((href) => {
      location.href = href;
    }, url)
    .catch(() => {});
}

/** Documents without a server get what others have in their text. */
async function injectAgent(page: Page): Promise<void> {
  await page
    .evaluate((source) => {
      if ((self as AgentWindow).walk !== undefined) return;
      Object.assign(self, { walkSource: source });
      const script = document.createElement('script');
      script.text = source;
      document.body.append(script);
    }, AGENT)
    .catch(() => {});
}

function documentOf(page: Page): Promise<string | null> {
  return page.evaluate(() => (self as AgentWindow).walkDocument ?? null).catch(() => null);
}

function untilNamed(page: Page, name: string): Promise<boolean> {
  return untilSo(
    () => page.evaluate((wanted) => (self as AgentWindow).walkName === wanted, name).catch(() => false),
    PATIENCE,
  );
}

/** @returns whether it has become so in time */
async function untilSo(isSo: () => Promise<boolean>, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) return false;
    await pause(INTERVAL);
  }
  return true;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
