import type { FakeContext } from './context.ts';

type Listener<Args extends readonly unknown[]> = (...args: Args) => unknown;

/** What the extension sees of an event. */
export interface FakeEventApi<Args extends readonly unknown[]> {
  addListener(listener: Listener<Args>): void;
  removeListener(listener: Listener<Args>): void;
  hasListener(listener: Listener<Args>): boolean;
  hasListeners(): boolean;
}

interface Registration<Args extends readonly unknown[]> {
  readonly context: FakeContext;
  readonly listener: Listener<Args>;
}

/** An event of the browser, with the listeners of all contexts. */
export class FakeEvent<Args extends readonly unknown[]> {
  readonly #deliver: (context: FakeContext | null, deliver: () => void) => void;
  #registrations: readonly Registration<Args>[] = [];

  /** @param deliver runs a delivery: null is the worker, which may have to be started first */
  constructor(deliver: (context: FakeContext | null, deliver: () => void) => void) {
    this.#deliver = deliver;
  }

  of(context: FakeContext): FakeEventApi<Args> {
    return {
      addListener: (listener) => {
        if (this.#has(context, listener)) return;
        this.#registrations = [...this.#registrations, { context, listener }];
      },
      removeListener: (listener) => {
        this.#registrations = this.#registrations.filter(
          (one) => one.context !== context || one.listener !== listener,
        );
      },
      hasListener: (listener) => this.#has(context, listener),
      hasListeners: () => this.#registrations.some((one) => one.context === context),
    };
  }

  /** Tells pages now, and the worker now or, where it is stopped, when it is started again. */
  fire(...args: Args): void {
    for (const { context, listener } of this.#registrations) {
      if (!context.isWorker) this.#deliver(context, () => listener(...args));
    }
    this.#deliver(null, () => {
      for (const { context, listener } of this.#registrations) {
        if (context.isWorker && context.state === 'running') this.#deliver(context, () => listener(...args));
      }
    });
  }

  /** Those who listen now and can hear. */
  listeners(): readonly Registration<Args>[] {
    return this.#registrations.filter(({ context }) => context.state === 'running');
  }

  #has(context: FakeContext, listener: Listener<Args>): boolean {
    return this.#registrations.some((one) => one.context === context && one.listener === listener);
  }
}
