import { type Badge, setBadge } from '../browser/badge.ts';
import { t } from '../browser/i18n.ts';
import { hasLeft } from '../browser/left-page.ts';
import { pluralKey } from '../browser/plural.ts';
import { tabOf } from '../browser/tabs.ts';
import { tabOwner } from '../cors/index.ts';
import { hindrancesOf, isOn } from '../override/index.ts';
import type { State } from './state.ts';

const RED = '#b3261e';
const AMBER = '#b06000';
/** A badge has no room for a larger number. */
const MAX_SHOWN_COUNT = 99;
/** A tab's badge is updated no more often than this. */
const REPAINT_INTERVAL_MS = 100;

/** The badges of the toolbar icon: how many requests of the tab's page were blocked, or that an override is on. */
export class Badges {
  readonly #state: State;
  readonly #due = new Set<number>();

  constructor(state: State) {
    this.#state = state;
  }

  /** Updates the tab's badge soon, once for all changes until then. */
  repaint(tabId: number): void {
    if (this.#due.has(tabId)) return;
    this.#due.add(tabId);
    setTimeout(() => {
      this.#due.delete(tabId);
      this.#paint(tabId).catch((error: unknown) => console.error('A badge could not be painted.', error));
    }, REPAINT_INTERVAL_MS);
  }

  async #paint(tabId: number): Promise<void> {
    await setBadge(tabId, this.#withTroubles(this.#badge(tabId, await this.#blockedIn(tabId))));
  }

  #withTroubles(badge: Badge): Badge {
    if (!this.#state.troubles.any) return badge;
    return { ...badge, tooltip: `${badge.tooltip}\n${t('tooltipTroubles')}` };
  }

  #badge(tabId: number, blocked: number): Badge {
    const overrides = this.#state.overrides.all();
    const on = overrides.filter((override) => isOn(override) && override.tabId === tabId);
    const count = blocked > MAX_SHOWN_COUNT ? `${MAX_SHOWN_COUNT}+` : String(blocked);
    if (on.some((override) => hindrancesOf(override).length > 0))
      return { text: t('badgeHindered'), colour: AMBER, tooltip: t('tooltipOverrideHindered') };
    if (on.length > 0) {
      const key = pluralKey(blocked, { one: 'tooltipOverrideOnOne', other: 'tooltipOverrideOnOther' });
      return { text: t('badgeOn'), colour: AMBER, tooltip: t(key, { count: String(blocked) }) };
    }
    if (blocked > 0) {
      const key = pluralKey(blocked, { one: 'tooltipBlockedOne', other: 'tooltipBlockedOther' });
      return { text: count, colour: RED, tooltip: t(key, { count: String(blocked) }) };
    }
    return { text: '', colour: RED, tooltip: t('extensionName') };
  }

  /** Counts the blocked requests of the tab's page; 0 if it isn't known which page that is. */
  async #blockedIn(tabId: number): Promise<number> {
    const { exchanges, pages } = this.#state;
    const page = pages.get(tabId);
    const tab = await tabOf(tabId);
    if (tab === null || (page !== undefined && (await hasLeft(tab, page)))) return 0;
    const since = page?.since ?? 0;
    return exchanges.index.of(tabOwner(tabId)).filter((one) => one.blocked && one.startedAt >= since).length;
  }
}
