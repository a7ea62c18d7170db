import { originOf } from '../cors/index.ts';
import { toExchange } from '../exchange/index.ts';
import type { Answer, Command, ProbeAnswer } from '../messages/index.ts';
import { hasHostAccess } from '../platform/host-access.ts';
import { tabOf } from '../platform/tabs.ts';
import { type Report, toReport } from '../report/index.ts';
import type { StoredExchange } from './exchange-index.ts';
import { probePreflight } from './probe-preflight.ts';
import { hearFinished } from './second-witness.ts';
import { setOverride } from './set-override.ts';
import type { State } from './state.ts';

/** Carries a command out. */
export async function answer(state: State, command: Command): Promise<Report | Answer | ProbeAnswer> {
  switch (command.type) {
    case 'exportReport': {
      const records = await state.exchanges.readAll(await exchangesOfTab(state, command.tabId));
      const exchanges = records.map(toExchange).filter((exchange) => exchange !== null);
      return toReport(navigator.userAgent, exchanges);
    }
    case 'clearExchanges': {
      state.clearedAt.set(command.tabId, Date.now());
      state.exchanges.removeAll(await exchangesOfTab(state, command.tabId));
      state.dropped.clear(command.tabId);
      await state.writes.flush();
      return { ok: true };
    }
    case 'setOverride':
      return setOverride(state, command);
    case 'probePreflight':
      return probePreflight(state, command);
    case 'reportFinished':
      await hearFinished(state, command.tabId, command.finished);
      return { ok: true };
    case 'reportNavigation': {
      const origin = originOf(command.url);
      // Where the host is granted, webRequest has said so earlier and better.
      if (origin === 'null' || !(await hasHostAccess([origin]))) {
        state.pages.told(command.tabId, origin, Math.min(command.at, Date.now()));
      }
      return { ok: true };
    }
  }
}

/** The tab's own exchanges, and those of its page's service worker, which belong to no tab. */
async function exchangesOfTab(state: State, tabId: number): Promise<readonly StoredExchange[]> {
  const { index } = state.exchanges;
  const url = (await tabOf(tabId))?.url ?? null;
  const origin = url !== null && URL.canParse(url) ? new URL(url).origin : state.pages.get(tabId)?.origin;
  return [...index.ofTab(tabId), ...index.ofTab(-1).filter((stored) => stored.origin === origin)];
}
