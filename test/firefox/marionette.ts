import { connect } from 'node:net';

/** Where a script runs: in the page, or in the browser itself, where it may see everything. */
type Context = 'content' | 'chrome';

/** What a navigation waits for: that all is loaded, or that the document is there. */
export type PageLoadStrategy = 'normal' | 'eager';

/**
 * Runs an async function in Firefox, and waits for what it returns. One at a time.
 * @param run is sent as text: it sees nothing from around it
 */
type Call = <Args extends readonly unknown[], Result>(
  run: (...args: Args) => Promise<Result>,
  ...args: Args
) => Promise<Result>;

/** A tab of Firefox. */
export interface FirefoxTab {
  navigate(url: string): Promise<void>;
  /** Runs a function as the page's own script. */
  readonly call: Call;
  /** The picture that the tab shows, as a PNG in base64. */
  screenshot(): Promise<string>;
  close(): Promise<void>;
}

/** Firefox's remote control. */
export interface Marionette {
  /** What Firefox says of itself. */
  readonly version: string;
  /** The tab that is there from the start. */
  firstTab(): Promise<FirefoxTab>;
  /** Opens a tab in front. */
  openTab(): Promise<FirefoxTab>;
  /** Runs a function in the browser itself. */
  readonly callBrowser: Call;
  /** Installs an unpacked extension until the browser ends. @returns its id */
  installExtension(folder: string): Promise<string>;
  /** The picture of the whole window, as a PNG in base64. */
  screenshot(): Promise<string>;
  close(): void;
}

const SCRIPT_TIMEOUT_MS = 120_000;
const PAGE_TIMEOUT_MS = 30_000;

/**
 * Connects to a Firefox that was started with `--marionette --remote-allow-system-access`.
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function connectMarionette(
  port: number,
  pageLoadStrategy: PageLoadStrategy = 'normal',
): Promise<Marionette> {
  const { send, close } = await openConnection(port);
  const session = await send('WebDriver:NewSession', { pageLoadStrategy });
  await send('WebDriver:SetTimeouts', { script: SCRIPT_TIMEOUT_MS, pageLoad: PAGE_TIMEOUT_MS });
  let context: Context = 'content';
  let handle: string | null = null;
  const setContext = async (wanted: Context) => {
    if (context !== wanted) await send('Marionette:SetContext', { value: wanted });
    context = wanted;
  };
  const switchTo = async (wanted: string) => {
    await setContext('content');
    if (handle !== wanted) await send('WebDriver:SwitchToWindow', { handle: wanted, focus: true });
    handle = wanted;
  };
  const execute = async <Args extends readonly unknown[], Result>(
    run: (...args: Args) => Promise<Result>,
    args: Args,
  ): Promise<Result> => {
    const answer = await send('WebDriver:ExecuteAsyncScript', {
      // tsx wraps named functions in a helper that Firefox does not have.
      script: `const __name = (named) => named;
        const [args, done] = arguments;
        (${run.toString()})(...args).then((result) => done({ result }), (error) => done({ error: String(error) }));`,
      args: [args],
      // In the page it is the page's own script, so that its requests are the page's.
      sandbox: context === 'chrome' ? 'system' : null,
      newSandbox: false,
    });
    if (!isResult<Result>(answer)) throw new Error(`In Firefox: ${JSON.stringify(answer)}`);
    return answer.value.result;
  };
  const handles = async () => {
    const answer = await send('WebDriver:GetWindowHandles', {});
    return Array.isArray(answer) ? answer.map(String) : [];
  };
  const screenshot = async () => {
    const answer = await send('WebDriver:TakeScreenshot', { full: false });
    return isValue(answer) ? String(answer.value) : '';
  };
  const tabOf = (own: string): FirefoxTab => ({
    async navigate(url) {
      await switchTo(own);
      await send('WebDriver:Navigate', { url });
    },
    async call(run, ...args) {
      await switchTo(own);
      return await execute(run, args);
    },
    async screenshot() {
      await switchTo(own);
      return await screenshot();
    },
    async close() {
      await switchTo(own);
      await send('WebDriver:CloseWindow', {});
      // Nothing can be asked of a tab that is gone, not even to open another one.
      const [left] = await handles();
      if (left !== undefined) await switchTo(left);
    },
  });
  return {
    version: hasVersion(session) ? session.capabilities.browserVersion : '',
    async firstTab() {
      const [first] = await handles();
      if (first === undefined) throw new Error('Firefox has no tab.');
      return tabOf(first);
    },
    async openTab() {
      await setContext('content');
      const opened = await send('WebDriver:NewWindow', { type: 'tab', focus: true });
      if (!hasHandle(opened)) throw new Error(`Firefox opened no tab: ${JSON.stringify(opened)}`);
      return tabOf(opened.handle);
    },
    async callBrowser(run, ...args) {
      await setContext('chrome');
      return await execute(run, args);
    },
    async installExtension(folder) {
      await setContext('chrome');
      const answer = await send('Addon:Install', { path: folder, temporary: true });
      return isValue(answer) ? String(answer.value) : '';
    },
    async screenshot() {
      await setContext('chrome');
      return await screenshot();
    },
    close,
  };
}

function hasHandle(answer: unknown): answer is { readonly handle: string } {
  return typeof answer === 'object' && answer !== null && 'handle' in answer;
}

function isValue(answer: unknown): answer is { readonly value: unknown } {
  return typeof answer === 'object' && answer !== null && 'value' in answer;
}

function hasVersion(
  answer: unknown,
): answer is { readonly capabilities: { readonly browserVersion: string } } {
  return typeof answer === 'object' && answer !== null && 'capabilities' in answer;
}

function isResult<Result>(answer: unknown): answer is { readonly value: { readonly result: Result } } {
  if (!isValue(answer)) return false;
  return typeof answer.value === 'object' && answer.value !== null && 'result' in answer.value;
}

interface Connection {
  /** @throws what Firefox answers to a command that failed */
  send(command: string, params: object): Promise<unknown>;
  close(): void;
}

/** Commands and answers are JSON, each with its length in bytes before it: `13:[0,1,"…",{}]`. */
async function openConnection(port: number): Promise<Connection> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  let received = Buffer.alloc(0);
  const take = (message: unknown) => {
    // The first message is a greeting.
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message;
    const waiter = waiting.get(Number(id));
    waiting.delete(Number(id));
    if (error === null) waiter?.resolve(result);
    else waiter?.reject(new Error(`Firefox: ${JSON.stringify(error)}`));
  };
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (let colon = received.indexOf(':'); colon >= 0; colon = received.indexOf(':')) {
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (received.length < end) return;
      const message: unknown = JSON.parse(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
      take(message);
    }
  });
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('Firefox has closed the connection.')));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return {
    send: (command, params) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        const message = JSON.stringify([0, id, command, params]);
        socket.write(`${Buffer.byteLength(message)}:${message}`);
      }),
    close: () => socket.destroy(),
  };
}
