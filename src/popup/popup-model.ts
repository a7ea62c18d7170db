import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { diagnose, originOf } from '../cors/index.ts';
import { isOn, type Override } from '../override/index.ts';
import { hasHostAccess } from '../platform/host-access.ts';
import { subscribeOverrides } from '../platform/override-feed.ts';
import { ofCurrentPage, subscribeTab, type TabContent } from '../platform/tab-feed.ts';
import { activeTab } from '../platform/tabs.ts';

/** What the popup shows of the active tab. */
export interface PopupModel {
  /** Only a page whose host is granted is watched while DevTools is closed. */
  readonly watching: ReadonlySignal<'yes' | 'no' | 'not-known-yet'>;
  readonly blocked: ReadonlySignal<number>;
  /** Those that are on in this tab. */
  readonly overrides: ReadonlySignal<readonly Override[]>;
}

export function createPopupModel(): PopupModel {
  const watching = signal<'yes' | 'no' | 'not-known-yet'>('not-known-yet');
  const content = signal<TabContent>({ page: null, exchanges: [] });
  const overrides = signal<readonly Override[]>([]);

  const start = async () => {
    const tab = await activeTab();
    const origin = originOf(tab?.url ?? '');
    if (tab === null) {
      watching.value = 'no';
      return;
    }
    subscribeTab(tab.id, (next) => {
      content.value = next;
    });
    subscribeOverrides((all) => {
      overrides.value = all.filter((override) => override.tabId === tab.id && isOn(override));
    });
    watching.value = origin !== 'null' && (await hasHostAccess([origin])) ? 'yes' : 'no';
  };
  void start();

  const blocked = computed(() => {
    return ofCurrentPage(content.value).filter((exchange) => diagnose(exchange).outcome === 'blocked').length;
  });
  return { watching, blocked, overrides };
}
