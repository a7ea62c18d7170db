/** What answers the calls of a context: the browser. */
interface Performer {
  perform<Result>(context: FakeContext, method: string, effect: () => Result): Promise<Result>;
}

/** A page or worker of the extension. Once it is stopped it hears nothing, and what it calls has no effect and no end. */
export class FakeContext {
  readonly url: string;
  readonly isWorker: boolean;
  /** A page starts at once; the worker once its module has been run, and until then its events wait. */
  state: 'starting' | 'running' | 'stopped';
  readonly #browser: Performer;

  constructor(browser: Performer, url: string, isWorker: boolean) {
    this.#browser = browser;
    this.url = url;
    this.isWorker = isWorker;
    this.state = isWorker ? 'starting' : 'running';
  }

  /** Makes a call of the extension API: its effect comes at once, or not at all where a fault was set; its result later. */
  async call<Result>(method: string, effect: () => Result): Promise<Result> {
    if (this.state === 'stopped') return await never();
    const result = await this.#browser.perform(this, method, effect);
    return this.isStopped() ? await never() : result;
  }

  isStopped(): boolean {
    return this.state === 'stopped';
  }
}

/** What nobody ever answers. */
export function never(): Promise<never> {
  return new Promise(() => {});
}

/** As values go from one process to another: what JSON can't say is lost. */
export function copied<Value>(value: Value): Value {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
