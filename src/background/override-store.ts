import { type Exchange, originOf } from '../cors/index.ts';
import {
  allowsOverride,
  answersPreflights,
  exemptDocuments,
  isOn,
  isSeparable,
  isStranger,
  NO_POLICY,
  type Override,
  overrideRules,
  reachesOpaque,
  revoked,
  taught,
} from '../override/index.ts';
import { setAlarm, setReleaseAlarm } from '../platform/alarm.ts';
import { setExemptDocuments } from '../platform/exempt-documents.ts';
import { frameTargets } from '../platform/frame-targets.ts';
import { hasHostAccess } from '../platform/host-access.ts';
import { policy } from '../platform/policy.ts';
import { setPreflightAnswers } from '../platform/preflight-answers.ts';
import { setSessionRules } from '../platform/session-rules.ts';
import { OVERRIDES_KEY, parseOverrides, serialize } from '../platform/stored.ts';
import { openTabs, type Tab } from '../platform/tabs.ts';
import { SerialQueue } from './serial-queue.ts';
import type { WriteBehind } from './write-behind.ts';

/** How many ended overrides are remembered, so that the panel can say so and offer them again. */
const ENDED_KEPT = 20;
/** How often frames of strangers and service workers are looked for, in ms. */
const TARGETS_INTERVAL = 200;

/** Which overrides are wanted; the browser's rules and alarm are made equal to that by `reconcile`. */
export class OverrideStore {
  #overrides: readonly Override[] = [];
  readonly #queue = new SerialQueue();
  /** What overrides have yet to learn from: many calls at once change the rules once. */
  #unlearnt: Exchange[] = [];
  /** Where tabs are about to go, by their id. */
  readonly #destinations = new Map<number, string>();
  readonly #writes: WriteBehind;
  readonly #framesOf: (tabId: number) => readonly string[];
  /** What is in the store. */
  #stored: string | null = null;
  #watching: ReturnType<typeof setTimeout> | undefined;
  /** The open tabs, as they were when last asked for. */
  #tabs: ReadonlyMap<number, Tab> = new Map();

  /** @param framesOf the origins of the frames that a tab's page has had */
  constructor(writes: WriteBehind, framesOf: (tabId: number) => readonly string[]) {
    this.#writes = writes;
    this.#framesOf = framesOf;
  }

  load(text: string | null): void {
    this.#overrides = parseOverrides(text);
    this.#stored = text;
  }

  all(): readonly Override[] {
    return this.#overrides;
  }

  /**
   * Changes what is wanted and brings it into force.
   * @param change from the overrides that are to those that shall be
   * @throws when the browser refuses; then what was wanted before still holds
   */
  change(change: (overrides: readonly Override[]) => readonly Override[]): Promise<void> {
    return this.#queue.run(async () => {
      const before = this.#overrides;
      this.#overrides = trimmed(change(before));
      const tabs = await this.#askForTabs();
      try {
        await this.#reconcile(tabs);
      } catch (error) {
        this.#overrides = before;
        await this.#reconcile(tabs);
        throw error;
      }
    });
  }

  /** Lets overrides learn from an exchange that they reach. */
  async teach(exchange: Exchange): Promise<void> {
    if (this.#unlearnt.push(exchange) > 1) return;
    await this.#queue.run(async () => {
      const exchanges = this.#unlearnt;
      this.#unlearnt = [];
      const now = Date.now();
      const taughtAll = this.#overrides.map((one) =>
        isOn(one) ? exchanges.reduce((learner, exchange) => taught(learner, exchange, now), one) : one,
      );
      if (taughtAll.every((one, index) => one === this.#overrides[index])) return;
      this.#overrides = taughtAll;
      await this.#reconcile(this.#tabs);
    });
  }

  /** @returns once all that was learnt until now is in force */
  settled(): Promise<void> {
    return this.#queue.run(async () => {});
  }

  /**
   * Takes note of where a tab is about to go, so that no rule is there that would meddle with the new page.
   * @param url null once it is there
   */
  async navigating(tabId: number, url: string | null): Promise<void> {
    if (url === null) this.#destinations.delete(tabId);
    else this.#destinations.set(tabId, url);
    if (!this.#overrides.some((override) => isOn(override) && override.tabId === tabId)) return;
    // The new page's first call may be a few milliseconds away: there is no time to ask for the tabs again.
    if (url === null) await this.reconcile();
    else await this.#queue.run(() => this.#reconcile(this.#tabs));
  }

  /** A request of an opaque origin began in a tab: whose it is depends on which frames are there. */
  async opaqueRequest(tabId: number): Promise<void> {
    const concerned = this.#overrides.some((one) => isOn(one) && one.tabId === tabId && reachesOpaque(one));
    if (concerned) await this.#queue.run(() => this.#reconcile(this.#tabs));
  }

  /**
   * The user cancelled the debugger in Chrome's bar: nobody consents any more to preflights being answered in the tab, or
   * for service workers (-1).
   */
  async debuggerCanceled(tabId: number): Promise<void> {
    await this.change((overrides) => revoked(overrides, tabId, 'answer-preflight'));
  }

  /** Hosts were granted or taken away: ends what Chrome applies no rule for any more, since it takes access to both. */
  async hostAccessChanged(): Promise<void> {
    const on = this.#overrides.filter(isOn);
    const mayGoOn = await Promise.all(on.map((one) => hasHostAccess([one.pageOrigin, one.targetOrigin])));
    const lost = new Set(on.filter((_, index) => mayGoOn[index] === false).map(({ id }) => id));
    if (lost.size === 0) return;
    const now = Date.now();
    await this.change((overrides) =>
      overrides.map((one) => (isOn(one) && lost.has(one.id) ? { ...one, endedAt: now } : one)),
    );
  }

  /** Makes rules and alarm equal to what is wanted: when the worker starts, and when tabs have changed. */
  reconcile(): Promise<void> {
    return this.#queue.run(async () => this.#reconcile(await this.#askForTabs()));
  }

  async #askForTabs(): Promise<ReadonlyMap<number, Tab>> {
    this.#tabs = new Map((await openTabs()).map((tab) => [tab.id, tab]));
    return this.#tabs;
  }

  async #reconcile(tabs: ReadonlyMap<number, Tab>): Promise<void> {
    const now = Date.now();
    const allowed = this.#overrides.some(isOn) ? await policy() : NO_POLICY;
    // Of a tab that was closed nothing is remembered.
    const ofOpenTabs = this.#overrides.filter(({ tabId }) => tabs.has(tabId));
    this.#overrides = ofOpenTabs.map((override) => {
      const over = !allowsOverride(allowed, override) || override.expiresAt <= now;
      return isOn(override) && over ? { ...override, endedAt: Math.min(now, override.expiresAt) } : override;
    });
    const meansOpaque = this.#overrides.some((one) => isOn(one) && one.allow.includes('opaque-origin'));
    const frames = meansOpaque ? ((await frameTargets()) ?? []).map(originOf) : [];
    this.#overrides = this.#overrides.map((override) => {
      const shown = this.#shownIn(override.tabId, tabs);
      const heldBackBy = shown.find((origin) => !isSeparable(override, origin)) ?? null;
      const opaqueHeldBackBy = override.allow.includes('opaque-origin')
        ? this.#strangerTo(override, tabs.get(override.tabId), [
            ...shown,
            ...this.#notElsewhere(frames, override.tabId),
          ])
        : null;
      const same = heldBackBy === override.heldBackBy && opaqueHeldBackBy === override.opaqueHeldBackBy;
      return same ? override : { ...override, heldBackBy, opaqueHeldBackBy, changedAt: now };
    });
    const on = this.#overrides.filter(isOn);
    const rules = on.filter(({ heldBackBy }) => heldBackBy === null).flatMap(overrideRules);
    const exempt = exemptDocuments(on.map(({ pageOrigin }) => pageOrigin));
    // No rule is there without them.
    if (on.length > 0) await setExemptDocuments(exempt);
    await setSessionRules(rules);
    if (on.length === 0) await setExemptDocuments([]);
    await setAlarm(on.length === 0 ? null : Math.min(...on.map(({ expiresAt }) => expiresAt)));
    const text = serialize(this.#overrides);
    if (text !== this.#stored) await this.#writes.writeNow(OVERRIDES_KEY, text);
    this.#stored = text;
    const answering = on.filter(answersPreflights);
    const ofWorkers = answering.some((one) => one.allow.includes('service-worker'));
    this.#watchTargets(ofWorkers || on.some((one) => one.allow.includes('opaque-origin')));
    await setReleaseAlarm(answering.length > 0);
    // Last, since a policy may forbid it.
    await setPreflightAnswers(answering);
  }

  /**
   * No event tells of a frame whose host the extension has no access to, nor that a service worker was started: while
   * they matter, they are looked for.
   */
  #watchTargets(needed: boolean): void {
    clearTimeout(this.#watching);
    if (!needed) return;
    const look = () => {
      this.#queue
        .run(() => this.#reconcile(this.#tabs))
        .catch((error: unknown) => console.error('Overrides could not be brought into force.', error));
    };
    this.#watching = setTimeout(look, TARGETS_INTERVAL);
  }

  /** The origins of a tab's page and frames, and of the page that it is about to go to, as far as they are known. */
  #shownIn(tabId: number, tabs: ReadonlyMap<number, Tab>): readonly string[] {
    const urls = [
      tabs.get(tabId)?.url ?? null,
      this.#destinations.get(tabId) ?? null,
      ...this.#framesOf(tabId),
    ];
    return urls.flatMap((url) => (url === null ? [] : originOf(url)));
  }

  /** Who keeps opaque origins from being let through; `null`, the text, where the tab shows what can't be seen. */
  #strangerTo(override: Override, tab: Tab | undefined, origins: readonly string[]): string | null {
    // The override's own page could be: its host is granted.
    if (tab?.url === null) return 'null';
    return origins.find((origin) => isStranger(override, origin)) ?? null;
  }

  /** Those origins of frames, in whatever tab, that aren't known to be another tab's. */
  #notElsewhere(origins: readonly string[], tabId: number): readonly string[] {
    const elsewhere = new Set(
      [...this.#tabs.keys()].flatMap((id) => (id === tabId ? [] : this.#framesOf(id))),
    );
    return origins.filter((origin) => !elsewhere.has(origin));
  }
}

function trimmed(overrides: readonly Override[]): readonly Override[] {
  const ended = overrides.filter((override) => !isOn(override)).slice(-ENDED_KEPT);
  return overrides.filter((override) => isOn(override) || ended.includes(override));
}
