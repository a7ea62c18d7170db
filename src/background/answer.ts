import { hasHostAccess, hostAccess } from '../browser/host-access.ts';
import { tabOf } from '../browser/tabs.ts';
import type { Handlers } from '../commands/index.ts';
import { originOf, SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import { toExchange } from '../observe/index.ts';
import { toReport } from '../report/index.ts';
import { storeFinishedRequests } from './devtools-source.ts';
import type { StoredExchange } from './exchange-index.ts';
import { probePreflight } from './probe-preflight.ts';
import { setOverride } from './set-override.ts';
import type { State } from './state.ts';

const DONE = { ok: true } as const;

/**
 * Makes the functions that carry out commands.
 * @param repaint updates a tab's badge
 */
export function handlersOf(state: State, repaint: (tabId: number) => void): Handlers {
  return {
    async exportReport({ tabId }) {
      const records = await state.exchanges.readAll(await exchangesOfTab(state, tabId));
      const exchanges = records.map(toExchange).filter((exchange) => exchange !== null);
      return toReport(navigator.userAgent, exchanges, state.profile);
    },
    async clearExchanges({ tabId }) {
      state.clearedAt.set(tabId, Date.now());
      state.exchanges.removeAll(await exchangesOfTab(state, tabId));
      state.dropped.clear(tabId);
      await state.writes.flush();
      return DONE;
    },
    async setOverride(args) {
      try {
        await setOverride(state, args);
      } finally {
        repaint(args.tabId);
      }
      return DONE;
    },
    async probePreflight(args) {
      return { ok: true, preflight: await probePreflight(state, args) };
    },
    async reportFinished(args) {
      return { ok: true, refused: await storeFinishedRequests(state, args) };
    },
    async reportNavigation({ tabId, url, at, heardAt }) {
      const origin = originOf(url);
      // If the host is granted, webRequest reported the navigation earlier and with an exact time.
      if (origin === 'null' || !(await hasHostAccess([origin]))) {
        const now = Date.now();
        state.pages.told(tabId, origin, { since: Math.min(at, now), heardAt: Math.min(heardAt, now) });
        repaint(tabId);
        await state.writes.flush();
      }
      return DONE;
    },
    async readHostAccess({ patterns }) {
      return { ok: true, ...(await hostAccess(patterns)) };
    },
  };
}

/** Lists the tab's exchanges, and those of its page's service worker, which belong to no tab. */
async function exchangesOfTab(state: State, tabId: number): Promise<readonly StoredExchange[]> {
  const { index } = state.exchanges;
  const url = (await tabOf(tabId))?.url ?? null;
  const origin = url !== null && URL.canParse(url) ? new URL(url).origin : state.pages.get(tabId)?.origin;
  return [
    ...index.of(tabOwner(tabId)),
    ...index.of(SERVICE_WORKER).filter((stored) => stored.origin === origin),
  ];
}
