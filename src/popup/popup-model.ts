import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { diagnose, type Exchange, originOf } from '../cors/index.ts';
import { isOn, type Override } from '../override/index.ts';
import { activeTab } from '../platform/active-tab.ts';
import { subscribeExchanges } from '../platform/exchange-feed.ts';
import { hasHostAccess } from '../platform/host-access.ts';
import { subscribeOverrides } from '../platform/override-feed.ts';
import { subscribePage } from '../platform/page-feed.ts';

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
  const exchanges = signal<ReadonlyMap<string, Exchange>>(new Map());
  const overrides = signal<readonly Override[]>([]);
  const since = signal(0);

  const start = async () => {
    const tab = await activeTab();
    const origin = originOf(tab?.url ?? '');
    if (tab === null) {
      watching.value = 'no';
      return;
    }
    subscribeExchanges(tab.id, ({ put, removed }) => {
      const next = new Map(exchanges.value);
      for (const id of removed) next.delete(id);
      for (const exchange of put) next.set(exchange.id, exchange);
      exchanges.value = next;
    });
    subscribeOverrides((all) => {
      overrides.value = all.filter((override) => override.tabId === tab.id && isOn(override));
    });
    subscribePage(tab.id, (page) => {
      since.value = page?.since ?? 0;
    });
    watching.value = origin !== 'null' && (await hasHostAccess([origin])) ? 'yes' : 'no';
  };
  void start();

  const blocked = computed(() => {
    const ofPage = [...exchanges.value.values()].filter(({ startedAt }) => startedAt >= since.value);
    return ofPage.filter((exchange) => diagnose(exchange).outcome === 'blocked').length;
  });
  return { watching, blocked, overrides };
}
