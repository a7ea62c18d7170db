import { type ExemptDocuments, exemptDocuments } from './exempt.ts';
import { isSameHeldBackBy } from './held-back-by.ts';
import { heldBackBy, opaqueHeldBackBy } from './hold-back.ts';
import { isInForce, isOn, isTimeUp, type Override } from './override.ts';
import { allowsOverride, type Policy } from './policy.ts';
import { answersPreflights } from './preflight-answer.ts';
import { type OverrideRule, overrideRules } from './rules.ts';
import { isSeparable } from './separable.ts';
import { NOTHING_OBSERVED, occupantsOf, type TabView } from './tab-documents.ts';

/** What overrides depend on beside themselves. */
export interface Surroundings {
  /** Of all tabs with an override that is on, by their id. */
  readonly views: ReadonlyMap<number, TabView>;
  /** The origins of service and shared workers that run, in whatever tab; null where the browser can't tell. */
  readonly workerOrigins: readonly string[] | null;
  /** Null where the browser could not tell: nothing is allowed then, and nothing ends. */
  readonly policy: Policy | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The overrides as they are in their surroundings: those whose time is up have ended. */
export function settled(
  overrides: readonly Override[],
  { views, workerOrigins, policy, now }: Surroundings,
): readonly Override[] {
  return overrides.map((override): Override => {
    if (!isOn(override)) return override;
    if (isTimeUp(override, now)) return { ...override, endedAt: Math.min(now, override.expiresAt) };
    if (policy !== null && !allowsOverride(policy, override)) return { ...override, endedAt: now };
    const { allow } = override;
    const view = views.get(override.tabId);
    const occupants = occupantsOf(view ?? UNKNOWN);
    const held = {
      heldBackBy: heldBackBy(override, occupants),
      opaqueHeldBackBy: allow.includes('opaque-origin') ? opaqueHeldBackBy(override, occupants) : null,
      workerHeldBackBy: allow.includes('service-worker')
        ? (workerOrigins?.find((origin) => !isSeparable(override, origin)) ?? null)
        : null,
    };
    const same =
      isSameHeldBackBy(held.heldBackBy, override.heldBackBy) &&
      isSameHeldBackBy(held.opaqueHeldBackBy, override.opaqueHeldBackBy) &&
      held.workerHeldBackBy === override.workerHeldBackBy;
    return same ? override : { ...override, ...held, changedAt: now };
  });
}

/** A tab that was not asked for. */
const UNKNOWN: TabView = { documents: null, observed: NOTHING_OBSERVED, destinations: [] };

/** What a browser has to do for overrides. */
export interface Desired {
  /** By the id of their override. */
  readonly rules: ReadonlyMap<string, readonly OverrideRule[]>;
  readonly exempt: readonly ExemptDocuments[];
  /**
   * The same for one tab, by its id: a page that has an override elsewhere is a stranger there, which no expression for
   * all tabs can say.
   */
  readonly exemptIn: ReadonlyMap<number, readonly ExemptDocuments[]>;
  /** Whose preflights are answered: while their page is in the tab, or on its way there. */
  readonly answering: readonly Override[];
  /** When the first override ends, in ms since the epoch. */
  readonly alarm: number | null;
}

/** Tells what a browser has to do for overrides that `settled` has gone through. */
export function desired(
  overrides: readonly Override[],
  { views, workerOrigins, policy }: Pick<Surroundings, 'views' | 'workerOrigins' | 'policy'>,
): Desired {
  const on = overrides.filter(isOn);
  const inForce = policy === null ? [] : on.filter(isInForce);
  const isThere = ({ tabId, pageOrigin }: Override) =>
    occupantsOf(views.get(tabId) ?? UNKNOWN).origins.includes(pageOrigin);
  return {
    rules: new Map(
      inForce.map((override) => [override.id, overrideRules(override, on, workerOrigins !== null)]),
    ),
    exempt: exemptDocuments(pagesOf(on)),
    exemptIn: exemptInTabs(inForce, pagesOf(on).length),
    answering: inForce.filter((override) => answersPreflights(override) && isThere(override)),
    alarm: on.length === 0 ? null : Math.min(...on.map(({ expiresAt }) => expiresAt)),
  };
}

function pagesOf(overrides: readonly Override[]): readonly string[] {
  return [...new Set(overrides.map(({ pageOrigin }) => pageOrigin))];
}

/**
 * A tab may have overrides of several pages, too: while it shows one, the others of its host are strangers there.
 * @param all how many pages have overrides
 */
function exemptInTabs(inForce: readonly Override[], all: number): Desired['exemptIn'] {
  const tabIds = [...new Set(inForce.map(({ tabId }) => tabId))];
  const pages = tabIds.map(
    (tabId) => [tabId, pagesOf(inForce.filter((one) => one.tabId === tabId))] as const,
  );
  return new Map(
    pages.filter(([, ofTab]) => ofTab.length < all).map(([tabId, ofTab]) => [tabId, exemptDocuments(ofTab)]),
  );
}
