import { workerOrigins } from '../browser/debuggee.ts';
import { hasHostAccess } from '../browser/host-access.ts';
import { policy } from '../browser/policy.ts';
import { documentsOf } from '../browser/web-navigation.ts';
import type { BrowserProfile, Exchange, Owner } from '../cors/index.ts';
import {
  desired,
  isOn,
  NO_POLICY,
  type ObservedDocuments,
  type Override,
  type OverrideContext,
  refreshed,
  type TabView,
  withObservationsOf,
  withoutConsent,
} from '../override/index.ts';
import { OVERRIDES_KEY, parseOverrides, serialize } from '../store/index.ts';
import { apply } from './apply.ts';
import type { Destinations } from './destinations.ts';
import { ReconcileTimers } from './reconcile-timers.ts';
import { SerialQueue } from './serial-queue.ts';
import type { WriteBehind } from './write-behind.ts';

/** Ended overrides are kept up to this number, so that the panel can offer them again. */
const MAX_ENDED = 20;

/** A change of the wanted overrides. */
export type Change = (overrides: readonly Override[]) => readonly Override[];

/**
 * The wanted overrides. Reads the state, decides and applies the decision inside one queue.
 */
export class OverrideStore {
  #overrides: readonly Override[] = [];
  readonly #queue = new SerialQueue();
  /** Exchanges that aren't added to the overrides' observations yet. Many are added at once, so that the rules change once. */
  #unprocessed: Exchange[] = [];
  readonly #writes: WriteBehind;
  readonly #observedIn: (tabId: number) => ObservedDocuments;
  readonly #destinations: Destinations;
  readonly #profile: BrowserProfile;
  /** Changes that came before the stored overrides were loaded; null afterwards. */
  #early: Change[] | null = [];
  /** The text in the store; undefined while that isn't certain. */
  #stored: string | null | undefined = null;
  readonly #timers = new ReconcileTimers(() => this.#reconcileLater());
  /** Called with the ids of the tabs of all overrides once they have changed. */
  onChange: (tabIds: readonly number[]) => void = () => {};

  /**
   * @param observedIn the documents that were observed to navigate into a tab
   * @param profile the browser that this runs in
   */
  constructor(
    writes: WriteBehind,
    observedIn: (tabId: number) => ObservedDocuments,
    destinations: Destinations,
    profile: BrowserProfile,
  ) {
    this.#writes = writes;
    this.#observedIn = observedIn;
    this.#destinations = destinations;
    this.#profile = profile;
  }

  /**
   * Loads the overrides that an earlier worker stored, and applies the changes that came since. Nothing is stored before
   * that.
   * @param openTabs the ids of the tabs that are open; null if they could not be listed
   */
  load(text: string | null, openTabs: ReadonlySet<number> | null): void {
    if (this.#early === null) return;
    const early = this.#early;
    this.#early = null;
    this.#stored = text;
    const left = parseOverrides(text).filter(({ tabId }) => openTabs?.has(tabId) !== false);
    this.#overrides = early.reduce<readonly Override[]>((all, change) => change(all), left);
  }

  all(): readonly Override[] {
    return this.#overrides;
  }

  /**
   * Changes the wanted overrides and applies the change.
   * @returns the overrides before and after, with what the browser refused
   */
  change(
    change: Change,
  ): Promise<{ readonly before: readonly Override[]; readonly after: readonly Override[] }> {
    return this.#queue.run(async () => {
      const before = this.#overrides;
      this.#early?.push(change);
      this.#overrides = trimmed(change(before));
      await this.#reconcile();
      return { before, after: this.#overrides };
    });
  }

  /** Adds an exchange to the observations of the overrides that it concerns. */
  async observe(exchange: Exchange): Promise<void> {
    if (this.#unprocessed.push(exchange) > 1) return;
    await this.#queue.run(async () => {
      const exchanges = this.#unprocessed;
      this.#unprocessed = [];
      const now = Date.now();
      const updated = this.#overrides.map((one) =>
        isOn(one)
          ? exchanges.reduce(
              (learner, exchange) => withObservationsOf(learner, exchange, now, this.#profile),
              one,
            )
          : one,
      );
      if (updated.every((one, index) => one === this.#overrides[index])) return;
      this.#overrides = updated;
      await this.#reconcile();
    });
  }

  /** @returns once everything that was observed until now is in force */
  settled(): Promise<void> {
    return this.#queue.run(async () => {});
  }

  /** Forgets the overrides of a tab that was closed. */
  async tabClosed(tabId: number): Promise<void> {
    if (this.#early === null && !this.#overrides.some((one) => one.tabId === tabId)) return;
    await this.change((overrides) => overrides.filter((one) => one.tabId !== tabId));
  }

  /** Reconciles the tab's overrides, because its documents have changed or are about to. */
  async documentsChanged(tabId: number): Promise<void> {
    if (this.#overrides.some((one) => isOn(one) && one.tabId === tabId)) await this.reconcile();
  }

  /**
   * Handles that the debugger was detached from a tab or a service worker. If the user cancelled it in Chrome's bar, the
   * consent to answer preflights there ends.
   */
  async debuggerDetached(owner: Owner, isCanceled: boolean): Promise<void> {
    if (isCanceled) await this.change((overrides) => withoutConsent(overrides, owner, 'answer-preflight'));
    else await this.reconcile();
  }

  /** Ends overrides that lost access to their page's or their target's host: Chrome applies no rules without it. */
  hostAccessChanged(): Promise<void> {
    return this.#queue.run(async () => {
      const on = this.#overrides.filter(isOn);
      const mayGoOn = await Promise.all(
        on.map((one) => hasHostAccess([one.pageOrigin, one.targetOrigin]).catch(() => false)),
      );
      const lost = new Set(on.filter((_, index) => mayGoOn[index] === false).map(({ id }) => id));
      if (lost.size === 0) return;
      const now = Date.now();
      this.#overrides = this.#overrides.map((one) =>
        isOn(one) && lost.has(one.id) ? { ...one, endedAt: now } : one,
      );
      await this.#reconcile();
    });
  }

  /** Makes the browser do what the overrides need. Call it when the worker starts, and when their context has changed. */
  reconcile(): Promise<void> {
    return this.#queue.run(() => this.#reconcile());
  }

  async #reconcile(): Promise<void> {
    const now = Date.now();
    let decided = await this.#decide(now);
    const { refused, isComplete } = await apply(decided.wanted, async () => {
      decided = await this.#decide(now);
      return decided.wanted;
    });
    const { overrides, isAllowed } = decided;
    this.#overrides = overrides.map((one) => {
      const present = isOn(one) && !isAllowed ? 'rules' : (refused.get(one.id) ?? null);
      return present === one.refused ? one : { ...one, refused: present, changedAt: now };
    });
    const isStored = await this.#store();
    this.#timers.retryLater(isComplete && isStored && isAllowed);
    this.#timers.pollLater(this.#overrides);
    this.onChange([...new Set(this.#overrides.map(({ tabId }) => tabId))]);
  }

  /** Decides what the browser has to do now. */
  async #decide(now: number) {
    const context = await this.#look(now);
    const overrides = refreshed(this.#overrides, context);
    const retried = overrides.map((one) => (one.refused === 'rules' ? { ...one, refused: null } : one));
    return { overrides, wanted: desired(retried, context), isAllowed: context.policy !== null };
  }

  /** Reads the state that overrides depend on. Assumes the worst of everything that can't be read. */
  async #look(now: number): Promise<OverrideContext> {
    const on = this.#overrides.filter(isOn);
    const tabIds = [...new Set(on.map(({ tabId }) => tabId))];
    const needsWorkers = on.some(({ allow }) => allow.includes('service-worker'));
    const [allowed, workers, views] = await Promise.all([
      on.length === 0 ? NO_POLICY : policy().catch(() => null),
      needsWorkers ? workerOrigins().catch(() => null) : null,
      Promise.all(tabIds.map(async (tabId) => [tabId, await this.#viewOf(tabId)] as const)),
    ]);
    return { views: new Map(views), workerOrigins: workers, policy: allowed, now };
  }

  async #viewOf(tabId: number): Promise<TabView> {
    const documents = await documentsOf(tabId).catch(() => null);
    const frames = documents?.map(({ frameId }) => frameId) ?? [];
    return {
      documents,
      observed: this.#observedIn(tabId),
      destinations: this.#destinations.of(tabId, frames),
    };
  }

  /**
   * Stores the overrides. If that fails, it removes the stored ones, so that the next worker doesn't load an old state.
   * @returns true if they are stored
   */
  async #store(): Promise<boolean> {
    const text = serialize(this.#overrides);
    if (text === this.#stored || this.#early !== null) return true;
    try {
      this.#stored = undefined;
      await this.#writes.writeNow(OVERRIDES_KEY, text);
      this.#stored = text;
      return true;
    } catch (error) {
      console.error('The overrides could not be stored.', error);
      await this.#writes.removeNow(OVERRIDES_KEY).catch((reason: unknown) => {
        console.error('What was stored of overrides could not be removed.', reason);
      });
      return false;
    }
  }

  #reconcileLater(): void {
    this.reconcile().catch((error: unknown) => console.error('Overrides could not be looked after.', error));
  }
}

function trimmed(overrides: readonly Override[]): readonly Override[] {
  const ended = overrides.filter((override) => !isOn(override)).slice(-MAX_ENDED);
  return overrides.filter((override) => isOn(override) || ended.includes(override));
}
