import manifest from '../../manifest.json' with { type: 'json' };
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { copied, FakeContext, never } from './fake-browser/context.ts';
import { FakeDebugger } from './fake-browser/debugger.ts';
import { FakeEvent } from './fake-browser/event.ts';
import { covers, matches } from './fake-browser/match-pattern.ts';
import { FakeRequestEvent, type RequestDetails, type RequestEvent } from './fake-browser/requests.ts';
import { FakeRules } from './fake-browser/rules.ts';
import { FakeStorage, type StorageChanges } from './fake-browser/storage.ts';

export type { FakeContext } from './fake-browser/context.ts';
export type { RequestDetails } from './fake-browser/requests.ts';

const ID = 'fakeextensionfakeextensionfakeex';
const ROOT = `chrome-extension://${ID}/`;

/** The macrotask that fake timers don't replace. */
const { setImmediate: nextTask } = globalThis;

export interface FakeFrame {
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly url: string;
  readonly documentId: string;
}

export interface FakeTab {
  readonly id: number;
  readonly url: string;
  readonly pendingUrl?: string;
  readonly active: boolean;
  readonly incognito: boolean;
  readonly windowId: number;
  /** The page's own comes first. */
  readonly frames: readonly FakeFrame[];
}

interface Badge {
  readonly text?: string;
  readonly title?: string;
  readonly color?: string;
}

interface Alarm {
  readonly name: string;
  readonly scheduledTime: number;
  readonly periodInMinutes?: number;
}

interface AlarmInfo {
  readonly when?: number;
  readonly delayInMinutes?: number;
  readonly periodInMinutes?: number;
}

interface Fault {
  readonly method: string;
  /** Lets so many calls pass first. */
  after: number;
  times: number;
  readonly does:
    | { readonly type: 'fail'; readonly error: string }
    | { readonly type: 'wait'; readonly for: Promise<void> };
}

interface Sender {
  readonly id: string;
  readonly url: string;
}

type Reply = (answer: unknown) => void;

interface Permissions {
  readonly permissions?: readonly string[];
  readonly origins?: readonly string[];
}

interface Navigation {
  readonly tabId: number;
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly url: string;
  readonly timeStamp: number;
  readonly documentId?: string;
  readonly parentDocumentId?: string;
  readonly documentLifecycle?: 'active' | 'prerender' | 'cached';
  readonly transitionQualifiers?: readonly string[];
  readonly error?: string;
}

/**
 * The extension API of Chromium 156, as far as this extension uses it, with the state behind it: what was measured of
 * the real one, and knobs for what goes wrong there. Every call is answered in microtasks, every event told in one:
 * `idle` waits for all of them. Time is the test's: use fake timers where it matters.
 */
export class FakeBrowser {
  readonly session: FakeStorage;
  readonly local: FakeStorage;
  readonly managed: FakeStorage;
  readonly rules = new FakeRules();
  readonly debugger: FakeDebugger;
  /** Of each tab's toolbar icon. */
  readonly badges = new Map<number, Badge>();
  /** How often each method was called, by its name, such as `storage.session.get`. */
  readonly calls = new Map<string, number>();
  /** What listeners have thrown. */
  readonly errors: unknown[] = [];
  readonly webRequest: Readonly<Record<RequestEvent, FakeRequestEvent>>;
  readonly onBeforeNavigate = this.#event<[Navigation]>();
  readonly onCommitted = this.#event<[Navigation]>();
  readonly onNavigationError = this.#event<[Navigation]>();
  readonly onTabReplaced = this.#event<[{ tabId: number; replacedTabId: number; timeStamp: number }]>();
  readonly onStartup = this.#event<[]>();
  /** The user has pressed the shortcut of a command. */
  readonly onCommand = this.#event<[string, { readonly windowId: number }]>();
  readonly onInstalled = this.#event<[{ reason: string }]>();
  /** What DevTools tells of a request that is over, of the tab that is inspected. */
  readonly onRequestFinished = this.#event<[unknown]>();
  readonly onDevtoolsNavigated = this.#event<[string]>();
  /** The tab that DevTools inspects. */
  inspectedTabId = 1;
  /** What the user answers when hosts or permissions are asked for. */
  userAccepts = true;
  inIncognitoContext = false;
  /** Such as `zh-CN`. */
  uiLanguage = 'en';
  /** The present worker; null before the first. */
  worker: FakeContext | null = null;
  readonly #tabs = new Map<number, FakeTab>();
  readonly #alarms = new Map<string, Alarm & { readonly timer: ReturnType<typeof setTimeout> }>();
  readonly #permissions: Set<string>;
  readonly #granted: Set<string>;
  readonly #contexts = new Set<FakeContext>();
  readonly #onMessage = this.#event<[unknown, Sender, Reply]>();
  readonly #onTabRemoved = this.#event<[number, { windowId: number; isWindowClosing: boolean }]>();
  readonly #onTabUpdated = this.#event<[number, { status?: string; url?: string }, object]>();
  readonly #onTabCreated = this.#event<[object]>();
  readonly #onPermissionsAdded = this.#event<[Permissions]>();
  readonly #onPermissionsRemoved = this.#event<[Permissions]>();
  readonly #onAlarm = this.#event<[Alarm]>();
  #faults: Fault[] = [];
  /** What waits for the worker to be started. */
  #waiting: (() => void)[] = [];
  #stopAt: { calls: number; readonly takesEffect: boolean } | null = null;
  #lastTabId = 0;
  #lastDocument = 0;

  /** @param permissions of the manifest; an API whose permission is missing isn't there */
  constructor(permissions: readonly string[] = manifest.permissions) {
    this.#permissions = new Set(permissions);
    this.#granted = new Set(manifest.host_permissions);
    const storage = (name: 'session' | 'local' | 'managed') =>
      new FakeStorage(name, this.#event<[StorageChanges]>());
    this.session = storage('session');
    this.local = storage('local');
    this.managed = storage('managed');
    this.debugger = new FakeDebugger(this.#event(), this.#event(), () => this.#tabs);
    const requestEvent = () =>
      new FakeRequestEvent(this.#event<[RequestDetails]>(), (details) => this.#isVisible(details));
    this.webRequest = {
      onBeforeRequest: requestEvent(),
      onBeforeSendHeaders: requestEvent(),
      onSendHeaders: requestEvent(),
      onHeadersReceived: requestEvent(),
      onBeforeRedirect: requestEvent(),
      onResponseStarted: requestEvent(),
      onCompleted: requestEvent(),
      onErrorOccurred: requestEvent(),
    };
  }

  // What goes wrong.

  /**
   * Lets calls of a method fail with these words, without an effect.
   * @param after how many calls go well before
   */
  fail(method: string, error: string, { times = 1, after = 0 } = {}): void {
    this.#faults.push({ method, times, after, does: { type: 'fail', error } });
  }

  /** Lets calls of a method wait, their effect, too. @returns lets them go on */
  hold(method: string, { times = 1, after = 0 } = {}): () => void {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#faults.push({ method, times, after, does: { type: 'wait', for: held } });
    return release;
  }

  /** From now on nothing fails any more. */
  replaced(): void {
    this.#faults = [];
  }

  /** Stops the worker: it hears and does nothing any more, and what comes waits for the next. */
  stopWorker(): void {
    if (this.worker === null) return;
    this.worker.state = 'stopped';
    this.#contexts.delete(this.worker);
  }

  /**
   * Stops the worker at one of its next calls, so that it never learns what became of it.
   * @param calls 1 for the very next
   */
  stopWorkerAt(calls: number, { takesEffect = true } = {}): void {
    this.#stopAt = { calls, takesEffect };
  }

  // Contexts.

  /** A new worker, in place of the present one. Its events wait until it runs: see `startWorker`. */
  openWorker(): FakeContext {
    this.stopWorker();
    this.#stopAt = null;
    this.worker = new FakeContext(this, `${ROOT}service-worker-loader.js`, true);
    this.#contexts.add(this.worker);
    return this.worker;
  }

  /** To be called when its module has been run: tells it what has waited. */
  workerRuns(): void {
    if (this.worker?.state !== 'starting') return;
    this.worker.state = 'running';
    for (const deliver of this.#waiting.splice(0)) deliver();
  }

  /** A page of the extension, such as the panel. @param path such as `src/panel/index.html` */
  openPage(path: string): FakeContext {
    const page = new FakeContext(this, `${ROOT}${path}`, false);
    this.#contexts.add(page);
    return page;
  }

  closePage(page: FakeContext): void {
    page.state = 'stopped';
    this.#contexts.delete(page);
  }

  /** Sends a message as a page of the extension. @returns what it is answered with */
  async send(message: unknown): Promise<unknown> {
    const page = this.openPage('src/panel/index.html');
    try {
      return await this.#send(page, message);
    } finally {
      this.closePage(page);
    }
  }

  /** @returns once all is done that doesn't wait for a timer */
  async idle(): Promise<void> {
    // Events that are told of by what the first has set off.
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => nextTask(resolve));
  }

  // Tabs.

  /** @returns its id */
  addTab(url: string, { active = false, incognito = false, windowId = 1 } = {}): number {
    const id = ++this.#lastTabId;
    this.#tabs.set(id, { id, url, active, incognito, windowId, frames: [this.#frame(0, -1, url)] });
    this.#onTabCreated.fire({ id });
    return id;
  }

  tab(tabId: number): FakeTab {
    const tab = this.#tabs.get(tabId);
    if (tab === undefined) throw new Error(`No tab with id: ${tabId}.`);
    return tab;
  }

  /** Shows another page in a tab, without telling of it: only `tabs.onUpdated` and the debugger do. */
  show(tabId: number, url: string): void {
    this.#tabs.set(tabId, { ...this.tab(tabId), url, frames: [this.#frame(0, -1, url)] });
    this.badges.delete(tabId);
    this.debugger.shown(tabId);
    const seen = this.#isGranted(url) ? { url } : {};
    this.#onTabUpdated.fire(tabId, { status: 'loading', ...seen }, this.#seenTab(this.tab(tabId)));
    this.#onTabUpdated.fire(tabId, { status: 'complete' }, this.#seenTab(this.tab(tabId)));
  }

  /** Goes to another page, which comes from the network, with all that tells of it, in the order of Chromium. */
  navigate(tabId: number, url: string, { statusCode = 200 } = {}): void {
    const timeStamp = Date.now();
    const request: RequestDetails = {
      requestId: `navigation-${++this.#lastDocument}`,
      url,
      method: 'GET',
      tabId,
      frameId: 0,
      type: 'main_frame',
      documentLifecycle: 'active',
      timeStamp,
    };
    const navigation = { tabId, frameId: 0, parentFrameId: -1, url, timeStamp };
    this.onBeforeNavigate.fire(navigation);
    this.webRequest.onBeforeRequest.fire(request);
    this.webRequest.onBeforeSendHeaders.fire({ ...request, requestHeaders: [] });
    this.webRequest.onHeadersReceived.fire({ ...request, statusCode, responseHeaders: [] });
    this.webRequest.onResponseStarted.fire({ ...request, statusCode });
    this.show(tabId, url);
    const documentId = this.tab(tabId).frames[0]?.documentId ?? '';
    this.onCommitted.fire({
      ...navigation,
      documentId,
      documentLifecycle: 'active',
      transitionQualifiers: [],
    });
    this.webRequest.onCompleted.fire({ ...request, statusCode });
  }

  /** Puts a frame into a tab's page, without telling of it. @returns its id */
  addFrame(tabId: number, url: string): number {
    const tab = this.tab(tabId);
    const frame = this.#frame(Math.max(...tab.frames.map(({ frameId }) => frameId)) + 1, 0, url);
    this.#tabs.set(tabId, { ...tab, frames: [...tab.frames, frame] });
    this.debugger.shown(tabId);
    return frame.frameId;
  }

  /** Loads a document into a new frame of a tab's page, with all that tells of it but the request. @returns its id */
  loadFrame(tabId: number, url: string): number {
    const frameId = this.addFrame(tabId, url);
    const [page, ...frames] = this.tab(tabId).frames;
    const documentId = frames.find((frame) => frame.frameId === frameId)?.documentId ?? '';
    const navigation = { tabId, frameId, parentFrameId: 0, url, timeStamp: Date.now() };
    this.onBeforeNavigate.fire(navigation);
    const parentDocumentId = page?.documentId ?? '';
    this.onCommitted.fire({ ...navigation, documentId, parentDocumentId, transitionQualifiers: [] });
    return frameId;
  }

  removeFrame(tabId: number, frameId: number): void {
    const tab = this.tab(tabId);
    this.#tabs.set(tabId, { ...tab, frames: tab.frames.filter((frame) => frame.frameId !== frameId) });
  }

  closeTab(tabId: number): void {
    const { windowId } = this.tab(tabId);
    this.#tabs.delete(tabId);
    this.badges.delete(tabId);
    this.debugger.detach({ tabId }, 'target_closed');
    this.#onTabRemoved.fire(tabId, { windowId, isWindowClosing: false });
  }

  // Grants.

  /** @param patterns such as `*://api.example.test/*` */
  grant(...patterns: readonly string[]): void {
    for (const pattern of patterns) this.#granted.add(pattern);
    this.#onPermissionsAdded.fire({ origins: patterns });
  }

  withdraw(...patterns: readonly string[]): void {
    for (const pattern of patterns) this.#granted.delete(pattern);
    this.#onPermissionsRemoved.fire({ origins: patterns });
  }

  /** The names of the alarms that are set. */
  alarms(): readonly string[] {
    return [...this.#alarms.keys()];
  }

  /** To be called in the end, since alarms keep on. */
  quit(): void {
    for (const context of this.#contexts) context.state = 'stopped';
    for (const { timer } of this.#alarms.values()) clearTimeout(timer);
    this.#contexts.clear();
    this.#alarms.clear();
  }

  /** The extension API as one context sees it: what `browser` and `chrome` are there. */
  api(context: FakeContext) {
    const call = <Result>(method: string, effect: () => Result) => context.call(method, effect);
    const has = (permission: string) => this.#permissions.has(permission);
    const { webRequest } = this;
    return {
      runtime: {
        id: ID,
        getURL: (path: string) => `${ROOT}${path.replace(/^\//, '')}`,
        getManifest: () => copied({ ...manifest, permissions: [...this.#permissions] }),
        onMessage: this.#onMessage.of(context),
        onStartup: this.onStartup.of(context),
        onInstalled: this.onInstalled.of(context),
        sendMessage: (message: unknown) => this.#send(context, message),
      },
      i18n: {
        getUILanguage: () => this.uiLanguage,
        getMessage: messageOf,
      },
      extension: {
        inIncognitoContext: this.inIncognitoContext,
        isAllowedFileSchemeAccess: () => call('extension.isAllowedFileSchemeAccess', () => false),
      },
      storage: {
        session: this.session.api(context),
        local: this.local.api(context),
        managed: this.managed.api(context),
      },
      tabs: {
        onCreated: this.#onTabCreated.of(context),
        onRemoved: this.#onTabRemoved.of(context),
        onUpdated: this.#onTabUpdated.of(context),
        query: (query: { active?: boolean; currentWindow?: boolean; windowId?: number }) =>
          call('tabs.query', () =>
            [...this.#tabs.values()]
              .filter(({ active }) => query.active === undefined || query.active === active)
              .filter(({ windowId }) => query.windowId === undefined || query.windowId === windowId)
              .map((tab) => this.#seenTab(tab)),
          ),
        get: (tabId: number) => call('tabs.get', () => this.#seenTab(this.tab(tabId))),
      },
      commands: { onCommand: this.onCommand.of(context) },
      action: {
        openPopup: () => call('action.openPopup', () => {}),
        setBadgeText: (details: { tabId: number; text: string }) =>
          call('action.setBadgeText', () => this.#setBadge(details.tabId, { text: details.text })),
        setTitle: (details: { tabId: number; title: string }) =>
          call('action.setTitle', () => this.#setBadge(details.tabId, { title: details.title })),
        setBadgeBackgroundColor: (details: { tabId: number; color: string }) =>
          call('action.setBadgeBackgroundColor', () =>
            this.#setBadge(details.tabId, { color: details.color }),
          ),
      },
      permissions: {
        onAdded: this.#onPermissionsAdded.of(context),
        onRemoved: this.#onPermissionsRemoved.of(context),
        contains: (wanted: Permissions) => call('permissions.contains', () => this.#hasAll(wanted)),
        getAll: () =>
          call('permissions.getAll', () => ({
            permissions: [...this.#permissions],
            origins: [...this.#granted],
          })),
        request: (wanted: Permissions) => call('permissions.request', () => this.#request(wanted)),
        remove: ({ origins = [] }: Permissions) =>
          call('permissions.remove', () => {
            const held = origins.filter((origin) => this.#granted.has(origin));
            if (held.length > 0) this.withdraw(...held);
            return held.length > 0;
          }),
      },
      alarms: {
        onAlarm: this.#onAlarm.of(context),
        create: (name: string, info: AlarmInfo) => call('alarms.create', () => this.#setAlarm(name, info)),
        get: (name: string) => call('alarms.get', () => this.#alarmOf(name)),
        getAll: () =>
          call('alarms.getAll', () => [...this.#alarms.keys()].map((name) => this.#alarmOf(name))),
        clear: (name: string) => call('alarms.clear', () => this.#clearAlarm(name)),
      },
      webRequest: has('webRequest')
        ? {
            onBeforeRequest: webRequest.onBeforeRequest.of(context),
            onBeforeSendHeaders: webRequest.onBeforeSendHeaders.of(context),
            onSendHeaders: webRequest.onSendHeaders.of(context),
            onHeadersReceived: webRequest.onHeadersReceived.of(context),
            onBeforeRedirect: webRequest.onBeforeRedirect.of(context),
            onResponseStarted: webRequest.onResponseStarted.of(context),
            onCompleted: webRequest.onCompleted.of(context),
            onErrorOccurred: webRequest.onErrorOccurred.of(context),
          }
        : undefined,
      webNavigation: has('webNavigation')
        ? {
            onBeforeNavigate: this.onBeforeNavigate.of(context),
            onCommitted: this.onCommitted.of(context),
            onErrorOccurred: this.onNavigationError.of(context),
            onTabReplaced: this.onTabReplaced.of(context),
            getAllFrames: ({ tabId }: { tabId: number }) =>
              call('webNavigation.getAllFrames', () =>
                copied(
                  this.#tabs
                    .get(tabId)
                    ?.frames.filter(({ url }) => !url.startsWith('blob:'))
                    .map((frame) => ({ ...frame, errorOccurred: false })) ?? null,
                ),
              ),
          }
        : undefined,
      declarativeNetRequest: has('declarativeNetRequestWithHostAccess') ? this.rules.api(context) : undefined,
      debugger: has('debugger') ? this.debugger.api(context) : undefined,
      devtools: context.isWorker
        ? undefined
        : {
            network: {
              onRequestFinished: this.onRequestFinished.of(context),
              onNavigated: this.onDevtoolsNavigated.of(context),
            },
            inspectedWindow: { tabId: this.inspectedTabId },
          },
    };
  }

  /** Carries a call out, with the fault that was set for it. Contexts call this; a test doesn't. */
  async perform<Result>(context: FakeContext, method: string, effect: () => Result): Promise<Result> {
    this.calls.set(method, (this.calls.get(method) ?? 0) + 1);
    const stops = context === this.worker && this.#stopAt !== null && --this.#stopAt.calls === 0;
    if (stops && this.#stopAt?.takesEffect === false) this.stopWorker();
    if (context.isStopped()) return await never();
    const fault = this.#faultOf(method);
    if (fault?.type === 'wait') await fault.for;
    if (context.isStopped()) return await never();
    if (fault?.type === 'fail') {
      if (stops) this.stopWorker();
      throw new Error(fault.error);
    }
    const result = effect();
    if (stops) this.stopWorker();
    return result;
  }

  #faultOf(method: string): Fault['does'] | null {
    const fault = this.#faults.find((one) => one.method === method);
    if (fault === undefined) return null;
    if (fault.after > 0) {
      fault.after--;
      return null;
    }
    fault.times--;
    if (fault.times === 0) this.#faults = this.#faults.filter((one) => one !== fault);
    return fault.does;
  }

  #event<Args extends readonly unknown[]>(): FakeEvent<Args> {
    return new FakeEvent((context, deliver) => {
      if (context === null) {
        if (this.worker?.state === 'running') deliver();
        else this.#waiting.push(deliver);
        return;
      }
      queueMicrotask(() => {
        if (context.isStopped()) return;
        try {
          deliver();
        } catch (error) {
          this.errors.push(error);
        }
      });
    });
  }

  async #send(from: FakeContext, message: unknown): Promise<unknown> {
    return await from
      .call('runtime.sendMessage', () => copied(message))
      .then(
        (sent) =>
          new Promise((resolve, reject) => {
            const tell = () => this.#tell(from, sent).then(resolve, reject);
            // A message wakes the worker.
            if (this.worker !== null && this.worker.state !== 'running') this.#waiting.push(tell);
            else void tell();
          }),
      );
  }

  async #tell(from: FakeContext, message: unknown): Promise<unknown> {
    const listeners = this.#onMessage.listeners().filter(({ context }) => context !== from);
    if (listeners.length === 0) {
      throw new Error('Could not establish connection. Receiving end does not exist.');
    }
    const sender = { id: ID, url: from.url };
    return await new Promise((resolve, reject) => {
      let open = 0;
      for (const { context, listener } of listeners) {
        const answersLater = listener(copied(message), sender, (answer) => {
          if (!context.isStopped()) resolve(copied(answer));
        });
        if (answersLater === true) open++;
      }
      if (open === 0) resolve(undefined);
      const watch = () => {
        if (listeners.some(({ context }) => !context.isStopped())) nextTask(watch).unref();
        else {
          reject(
            new Error(
              'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
            ),
          );
        }
      };
      if (open > 0) watch();
    });
  }

  #frame(frameId: number, parentFrameId: number, url: string): FakeFrame {
    return { frameId, parentFrameId, url, documentId: `DOCUMENT${++this.#lastDocument}` };
  }

  #isGranted(url: string): boolean {
    return [...this.#granted].some((pattern) => matches(pattern, url));
  }

  /** Navigations need the target's host, all else the initiator's as well; opaque initiators count for nothing. */
  #isVisible({ url, type, initiator }: RequestDetails): boolean {
    const own = ROOT.slice(0, -1);
    const isNavigation = type === 'main_frame' || type === 'sub_frame';
    const anyInitiator = isNavigation || initiator === undefined || initiator === 'null' || initiator === own;
    return this.#isGranted(url) && (anyInitiator || this.#isGranted(`${initiator}/`));
  }

  /** Without the `tabs` permission a tab's URL is told only where its host is granted. */
  #seenTab({ id, url, pendingUrl, active, incognito, windowId }: FakeTab): object {
    const seen = (name: string, value: string | undefined) =>
      value !== undefined && this.#isGranted(value) ? { [name]: value } : {};
    return { id, active, incognito, windowId, ...seen('url', url), ...seen('pendingUrl', pendingUrl) };
  }

  #setBadge(tabId: number, badge: Badge): void {
    if (!this.#tabs.has(tabId)) throw new Error(`No tab with id: ${tabId}.`);
    this.badges.set(tabId, { ...this.badges.get(tabId), ...badge });
  }

  #hasAll({ permissions = [], origins = [] }: Permissions): boolean {
    return (
      permissions.every((permission) => this.#permissions.has(permission)) &&
      origins.every((origin) => covers([...this.#granted], origin))
    );
  }

  #request(wanted: Permissions): boolean {
    if (this.#hasAll(wanted)) return true;
    if (!this.userAccepts) return false;
    for (const permission of wanted.permissions ?? []) this.#permissions.add(permission);
    this.grant(...(wanted.origins ?? []));
    return true;
  }

  #setAlarm(name: string, { when, delayInMinutes, periodInMinutes }: AlarmInfo): void {
    this.#clearAlarm(name);
    const delay = when === undefined ? (delayInMinutes ?? periodInMinutes ?? 0) * 60_000 : when - Date.now();
    const alarm: Alarm = {
      name,
      scheduledTime: Date.now() + delay,
      ...(periodInMinutes === undefined ? {} : { periodInMinutes }),
    };
    const ring = () => {
      this.#alarms.delete(name);
      if (periodInMinutes !== undefined) this.#setAlarm(name, { periodInMinutes });
      this.#onAlarm.fire(alarm);
    };
    // As long as setTimeout can wait.
    const timer = setTimeout(ring, Math.min(Math.max(0, delay), 2 ** 31 - 1));
    this.#alarms.set(name, { ...alarm, timer });
  }

  #clearAlarm(name: string): boolean {
    clearTimeout(this.#alarms.get(name)?.timer);
    return this.#alarms.delete(name);
  }

  #alarmOf(name: string): Alarm | undefined {
    const alarm = this.#alarms.get(name);
    if (alarm === undefined) return undefined;
    const { timer: _timer, ...rest } = alarm;
    return rest;
  }
}

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The English text, with `$1` and so on filled in; '' for a key that there is not. */
function messageOf(key: string, substitutions: string | readonly string[] = []): string {
  const all: Readonly<Record<string, Message>> = messages;
  const found = all[key];
  if (found === undefined) return '';
  const given = [substitutions].flat();
  const filled = (text: string) =>
    text.replaceAll(/\$(\d)/g, (_all, n: string) => given[Number(n) - 1] ?? '');
  const named = found.message.replaceAll(/\$(\w+)\$/g, (all, name: string) => {
    const placeholder = found.placeholders?.[name.toLowerCase()];
    return placeholder === undefined ? all : filled(placeholder.content);
  });
  return filled(named);
}
