import { type FakeContext, never } from './context.ts';
import type { FakeEvent, FakeEventApi } from './event.ts';

/** What the debugger may be attached to: a tab, or another target, such as a service worker. */
export interface Debuggee {
  readonly tabId?: number;
  readonly targetId?: string;
  readonly sessionId?: string;
}

/** A service worker (`worker`), or a frame in a process of its own (`other`). */
export interface FakeTarget {
  readonly id: string;
  readonly type: 'worker' | 'other';
  readonly url: string;
}

export interface SentCommand {
  readonly debuggee: Debuggee;
  readonly method: string;
  readonly params: Record<string, unknown>;
}

export interface FakeDebuggerApi {
  readonly onEvent: FakeEventApi<[Debuggee, string, unknown]>;
  readonly onDetach: FakeEventApi<[Debuggee, string]>;
  attach(debuggee: Debuggee, version: string): Promise<void>;
  detach(debuggee: Debuggee): Promise<void>;
  sendCommand(debuggee: Debuggee, method: string, params?: Record<string, unknown>): Promise<object>;
  getTargets(): Promise<TargetInfo[]>;
}

interface TargetInfo {
  readonly id: string;
  readonly type: 'page' | FakeTarget['type'];
  readonly tabId?: number;
  readonly url: string;
  readonly attached: boolean;
}

interface ShownTab {
  readonly url: string;
  /** The page's own comes first. */
  readonly frames: readonly { readonly frameId: number; readonly url: string }[];
}

/** The debugger, attached by this extension; it stays attached when the worker is stopped. */
export class FakeDebugger {
  readonly onEvent: FakeEvent<[Debuggee, string, unknown]>;
  readonly onDetach: FakeEvent<[Debuggee, string]>;
  /** Such as `tab 1` and `target a`. */
  readonly attached = new Set<string>();
  /** All that was sent to it, the newest last. */
  readonly sent: SentCommand[] = [];
  /** Targets beside the tabs. */
  targets: readonly FakeTarget[] = [];
  /** By name, such as `tab 1`, with what words attaching is refused. */
  readonly refused = new Map<string, string>();
  /**
   * The ids of tabs in which a navigation of the page is under way. Until it is over, Chromium keeps back what is sent to
   * the page that is still there, such as `Page.getFrameTree`; what itself carries out, such as `Fetch.enable`, it does.
   */
  readonly underWay = new Set<number>();
  readonly #tabs: () => ReadonlyMap<number, ShownTab>;

  constructor(
    onEvent: FakeEvent<[Debuggee, string, unknown]>,
    onDetach: FakeEvent<[Debuggee, string]>,
    tabs: () => ReadonlyMap<number, ShownTab>,
  ) {
    this.onEvent = onEvent;
    this.onDetach = onDetach;
    this.#tabs = tabs;
  }

  api(context: FakeContext): FakeDebuggerApi {
    const call = <Result>(method: string, effect: () => Result) => context.call(`debugger.${method}`, effect);
    return {
      onEvent: this.onEvent.of(context),
      onDetach: this.onDetach.of(context),
      attach: (debuggee) => call('attach', () => this.#attach(debuggee)),
      detach: (debuggee) =>
        call('detach', () => {
          if (!this.attached.delete(nameOf(debuggee))) throw new Error(notAttached(debuggee));
        }),
      sendCommand: (debuggee, method, params = {}) =>
        call('sendCommand', () => {
          if (!this.attached.has(nameOf(debuggee))) throw new Error(notAttached(debuggee));
          this.sent.push({ debuggee, method, params });
          return method === 'Page.getFrameTree' ? this.#frameTree(debuggee) : {};
        }),
      getTargets: () => call('getTargets', () => this.#allTargets()),
    };
  }

  /** A tab shows another page now: Chrome detaches what may not be debugged. */
  shown(tabId: number): void {
    if (this.#refusal({ tabId }) !== null) this.detach({ tabId }, 'target_closed');
  }

  /** Takes the debugger off, as the user does in Chrome's bar, or Chrome itself. */
  detach(debuggee: Debuggee, reason: 'canceled_by_user' | 'target_closed'): void {
    if (this.attached.delete(nameOf(debuggee))) this.onDetach.fire(debuggee, reason);
  }

  /** What a debuggee was last told by a method, if it was. */
  lastSent(debuggee: Debuggee, method: string): Record<string, unknown> | undefined {
    return this.sent.findLast((one) => one.method === method && nameOf(one.debuggee) === nameOf(debuggee))
      ?.params;
  }

  #frameTree({ tabId = -1 }: Debuggee): object | Promise<never> {
    if (this.underWay.has(tabId)) return never();
    const [page, ...others] = this.#tabs().get(tabId)?.frames ?? [];
    if (page === undefined) throw new Error('Not attached to an active page');
    const shown = ({ frameId, url }: ShownTab['frames'][number]) => {
      const { origin } = new URL(url);
      return { frame: { id: `frame ${frameId}`, url, securityOrigin: origin === 'null' ? '://' : origin } };
    };
    return { frameTree: { ...shown(page), childFrames: others.map(shown) } };
  }

  #attach(debuggee: Debuggee): void {
    const refusal = this.#refusal(debuggee);
    if (refusal !== null) throw new Error(refusal);
    const name = nameOf(debuggee);
    if (this.attached.has(name)) {
      const id = debuggee.tabId ?? debuggee.targetId;
      throw new Error(
        `Another debugger is already attached to the ${debuggee.tabId === undefined ? 'target' : 'tab'} with id: ${id}.`,
      );
    }
    this.attached.add(name);
  }

  #refusal(debuggee: Debuggee): string | null {
    const { tabId, targetId } = debuggee;
    const refused = this.refused.get(nameOf(debuggee));
    if (refused !== undefined) return refused;
    if (tabId === undefined) {
      return this.targets.some(({ id }) => id === targetId) ? null : `No target with given id ${targetId}.`;
    }
    const tab = this.#tabs().get(tabId);
    if (tab === undefined) return `No tab with given id ${tabId}.`;
    for (const url of [tab.url, ...tab.frames.map((frame) => frame.url)]) {
      if (url.startsWith('chrome:') || url.startsWith('devtools:')) return 'Cannot access a chrome:// URL';
      if (url.startsWith('chrome-extension:'))
        return 'Cannot access a chrome-extension:// URL of different extension';
    }
    return null;
  }

  #allTargets(): TargetInfo[] {
    const pages = [...this.#tabs()].map(([tabId, { url }]): TargetInfo => {
      return { id: `page-${tabId}`, type: 'page', tabId, url, attached: this.attached.has(`tab ${tabId}`) };
    });
    const others = this.targets.map((one) => ({ ...one, attached: this.attached.has(`target ${one.id}`) }));
    return [...pages, ...others];
  }
}

function nameOf({ tabId, targetId }: Debuggee): string {
  return tabId === undefined ? `target ${targetId}` : `tab ${tabId}`;
}

function notAttached({ tabId, targetId }: Debuggee): string {
  return `Debugger is not attached to the ${tabId === undefined ? 'target' : 'tab'} with id: ${tabId ?? targetId}.`;
}
