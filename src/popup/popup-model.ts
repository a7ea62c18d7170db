import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { originOf } from '../cors/index.ts';
import { isOn, type Override } from '../override/index.ts';
import { hasHostAccess } from '../platform/host-access.ts';
import { hasLeft } from '../platform/left-page.ts';
import { subscribeOverrides } from '../platform/override-feed.ts';
import { ofCurrentPage, subscribeTab } from '../platform/tab-feed.ts';
import { activeTab } from '../platform/tabs.ts';
import { type BlockedCause, blockedCauses } from './blocked-causes.ts';

/** Only a page whose host is granted is watched while DevTools is closed. */
export type Watching = 'yes' | 'no' | 'not-known-yet';

/** What the popup shows of the active tab. */
export interface PopupModel {
  readonly watching: ReadonlySignal<Watching>;
  readonly causes: ReadonlySignal<readonly BlockedCause[]>;
  /** Those that are on in this tab. */
  readonly overrides: ReadonlySignal<readonly Override[]>;
}

export function createPopupModel(): PopupModel {
  const granted = signal<Watching>('not-known-yet');
  const causes = signal<readonly BlockedCause[]>([]);
  const overrides = signal<readonly Override[]>([]);

  const start = async () => {
    const tab = await activeTab();
    if (tab === null) {
      granted.value = 'no';
      return;
    }
    subscribeTab(tab.id, async (content) => {
      if (!content.isComplete) return;
      const left = content.page !== null && (await hasLeft(tab, content.page));
      causes.value = left ? [] : blockedCauses(ofCurrentPage(content));
    });
    subscribeOverrides((all) => {
      overrides.value = all.filter((override) => override.tabId === tab.id && isOn(override));
    });
    const origin = originOf(tab.url ?? '');
    granted.value = origin !== 'null' && (await hasHostAccess([origin])) ? 'yes' : 'no';
  };
  void start();

  // Whatever the host, an open DevTools tells of what was blocked; only that nothing was isn't known then.
  const watching = computed(() => (causes.value.length > 0 ? 'yes' : granted.value));
  return { watching, causes, overrides };
}
