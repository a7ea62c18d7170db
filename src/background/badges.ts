import { isOn } from '../override/index.ts';
import { setBadge } from '../platform/badge.ts';
import { t } from '../platform/i18n.ts';
import type { State } from './state.ts';

const RED = '#b3261e';
const AMBER = '#b06000';
/** How often a tab's badge is painted anew at most, in ms. */
const INTERVAL = 100;

/** The badges of the toolbar icon: how many requests of the tab's page were blocked, or that an override is on. */
export class Badges {
  readonly #state: State;
  readonly #due = new Set<number>();

  constructor(state: State) {
    this.#state = state;
  }

  /** Paints the tab's badge soon, once for all changes until then. */
  repaint(tabId: number): void {
    if (tabId < 0 || this.#due.has(tabId)) return;
    this.#due.add(tabId);
    setTimeout(() => {
      this.#due.delete(tabId);
      void setBadge(tabId, this.#badge(tabId));
    }, INTERVAL);
  }

  #badge(tabId: number) {
    const { exchanges, overrides, pages } = this.#state;
    const since = pages.get(tabId)?.since ?? 0;
    const blocked = exchanges.index
      .ofTab(tabId)
      .filter((one) => one.blocked && one.startedAt >= since).length;
    const on = overrides.all().some((override) => isOn(override) && override.tabId === tabId);
    const count = blocked > 99 ? '99+' : String(blocked);
    if (on) return { text: t('badgeOn'), colour: AMBER, tooltip: t('tooltipOverrideOn', String(blocked)) };
    if (blocked > 0) return { text: count, colour: RED, tooltip: t('tooltipBlocked', String(blocked)) };
    return { text: '', colour: RED, tooltip: t('extensionName') };
  }
}
