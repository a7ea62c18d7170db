import { connect } from 'node:net';

/** Where a script runs: in the page, or in the browser itself, where it may see everything. */
type Context = 'content' | 'chrome';

/** Firefox's remote control. */
export interface Marionette {
  /** What Firefox says of itself. */
  readonly version: string;
  navigate(url: string): Promise<void>;
  /**
   * Runs an async function in Firefox, and waits for what it returns. One at a time.
   * @param run is sent as text: it sees nothing from around it
   */
  call<Args extends readonly unknown[], Result>(
    context: Context,
    run: (...args: Args) => Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  close(): void;
}

const SCRIPT_TIMEOUT_MS = 120_000;

/**
 * Connects to a Firefox that was started with `--marionette --remote-allow-system-access`.
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const { send, close } = await openConnection(port);
  const session = await send('WebDriver:NewSession', {});
  await send('WebDriver:SetTimeouts', { script: SCRIPT_TIMEOUT_MS });
  let current: Context = 'content';
  const setContext = async (context: Context) => {
    if (current !== context) await send('Marionette:SetContext', { value: context });
    current = context;
  };
  return {
    version: hasVersion(session) ? session.capabilities.browserVersion : '',
    async navigate(url) {
      await setContext('content');
      await send('WebDriver:Navigate', { url });
    },
    async call<Args extends readonly unknown[], Result>(
      context: Context,
      run: (...args: Args) => Promise<Result>,
      ...args: Args
    ) {
      await setContext(context);
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
      if (!hasResult<Result>(answer)) throw new Error(`In Firefox: ${JSON.stringify(answer)}`);
      return answer.value.result;
    },
    close,
  };
}

function hasVersion(
  answer: unknown,
): answer is { readonly capabilities: { readonly browserVersion: string } } {
  return typeof answer === 'object' && answer !== null && 'capabilities' in answer;
}

function hasResult<Result>(answer: unknown): answer is { readonly value: { readonly result: Result } } {
  if (typeof answer !== 'object' || answer === null || !('value' in answer)) return false;
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
