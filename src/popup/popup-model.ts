import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { hasHostAccess, subscribeHostAccess } from '../browser/host-access.ts';
import { hasLeft } from '../browser/left-page.ts';
import { ownBrowser, ownProfile } from '../browser/own-browser.ts';
import { activeTab } from '../browser/tabs.ts';
import { originOf } from '../cors/index.ts';
import { isOn, type Override } from '../override/index.ts';
import { ofCurrentPage, subscribeOverrides, subscribeTab, type TabContent } from '../ui/index.ts';
import { type BlockedCause, blockedCauses } from './blocked-causes.ts';

/**
 * What is known of the active tab. While DevTools is closed, only pages of granted hosts are observed. `unreadable`:
 * the browser doesn't let the store be read.
 */
export type Watching = 'yes' | 'no' | 'not-known-yet' | 'unreadable';

/** What the popup shows of the active tab. */
export interface PopupModel {
  readonly watching: ReadonlySignal<Watching>;
  readonly causes: ReadonlySignal<readonly BlockedCause[]>;
  /** The overrides that are on in this tab. */
  readonly overrides: ReadonlySignal<readonly Override[]>;
  /** Origins of the tab's page and its calls that access is to be asked for here; always empty where the panel asks. */
  readonly unseen: ReadonlySignal<readonly string[]>;
}

/** The largest number of origins that access is asked for at once. */
const MAX_ASKED = 3;

export function createPopupModel(): PopupModel {
  const granted = signal<Watching>('not-known-yet');
  const causes = signal<readonly BlockedCause[]>([]);
  const overrides = signal<readonly Override[]>([]);
  const unseen = signal<readonly string[]>([]);
  const isComplete = signal(false);
  const unreadable = { exchanges: signal(false), overrides: signal(false), tab: signal(false) };

  const start = async () => {
    const tab = await activeTab();
    if (tab === null) {
      granted.value = 'no';
      return;
    }
    let known: TabContent | null = null;
    const takeIn = async (content: TabContent) => {
      if (!content.isComplete) return;
      known = content;
      const left = content.page !== null && (await hasLeft(tab, content.page));
      if (ownBrowser.asksInPopup) unseen.value = left ? [] : await unseenOf(content);
      causes.value = left ? [] : blockedCauses(ofCurrentPage(content), ownProfile());
      isComplete.value = true;
    };
    const hear = (content: TabContent) => {
      takeIn(content).catch((error: unknown) => {
        console.error('What is stored could not be taken in.', error);
        unreadable.tab.value = true;
      });
    };
    subscribeTab(tab.id, hear, (is) => {
      unreadable.exchanges.value = is;
    });
    subscribeHostAccess(() => {
      if (known !== null) hear(known);
    });
    subscribeOverrides(
      (all) => {
        overrides.value = all.filter((override) => override.tabId === tab.id && isOn(override));
      },
      (is) => {
        unreadable.overrides.value = is;
      },
    );
    const origin = originOf(tab.url ?? '');
    granted.value = origin !== 'null' && (await hasHostAccess([origin])) ? 'yes' : 'no';
  };
  start().catch((error: unknown) => {
    console.error('The tab in front could not be looked at.', error);
    unreadable.tab.value = true;
  });

  const watching = computed((): Watching => {
    if (Object.values(unreadable).some((is) => is.value)) return 'unreadable';
    // An open DevTools reports blocked requests to any host. It doesn't tell when none was blocked.
    if (causes.value.length > 0) return 'yes';
    // The popup says that nothing was blocked only once it has read everything.
    return granted.value === 'yes' && !isComplete.value ? 'not-known-yet' : granted.value;
  });
  return { watching, causes, overrides, unseen };
}

async function unseenOf(content: TabContent): Promise<readonly string[]> {
  const called = ofCurrentPage(content).flatMap(({ hops }) => hops.map(({ url }) => originOf(url)));
  const origins = [...new Set([content.page?.origin ?? 'null', ...called])].filter((one) => one !== 'null');
  const granted = await Promise.all(origins.map((origin) => hasHostAccess([origin])));
  return origins.filter((_, index) => granted[index] === false).slice(0, MAX_ASKED);
}
