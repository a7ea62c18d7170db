import { isDistinguishable } from './distinguishable.ts';
import { type ExemptDocuments, exemptDocuments } from './exempt.ts';
import { isSameHeldBackBy } from './held-back-by.ts';
import { heldBackBy, opaqueHeldBackBy } from './hold-back.ts';
import { isInForce, isOn, isTimeUp, type Override } from './override.ts';
import type { OverrideRule } from './override-rule.ts';
import { allowsOverride, type Policy } from './policy.ts';
import { answersPreflights } from './preflight-answer.ts';
import { overrideRules } from './rules.ts';
import { NOTHING_OBSERVED, occupantsOf, type TabView } from './tab-documents.ts';

/** The state of the browser that overrides depend on. */
export interface OverrideContext {
  /** The documents of each tab that has an override that is on, by the tab's id. */
  readonly views: ReadonlyMap<number, TabView>;
  /** The origins of all running service and shared workers; null if the browser can't list them. */
  readonly workerOrigins: readonly string[] | null;
  /** Null if the policy could not be read: no override has rules then, and none ends. */
  readonly policy: Policy | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Ends overrides whose time is up or that the policy forbids, and works out what holds each of the others back. */
export function refreshed(
  overrides: readonly Override[],
  { views, workerOrigins, policy, now }: OverrideContext,
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
        ? (workerOrigins?.find((origin) => !isDistinguishable(override, origin)) ?? null)
        : null,
    };
    const same =
      isSameHeldBackBy(held.heldBackBy, override.heldBackBy) &&
      isSameHeldBackBy(held.opaqueHeldBackBy, override.opaqueHeldBackBy) &&
      held.workerHeldBackBy === override.workerHeldBackBy;
    return same ? override : { ...override, ...held, changedAt: now };
  });
}

/** Stands for a tab that `views` lacks. It may hold any document, so it holds overrides back. */
const UNKNOWN: TabView = { documents: null, observed: NOTHING_OBSERVED, destinations: [] };

/** What the browser has to do for the overrides. */
export interface Desired {
  /** The rules of each override, by its id. */
  readonly rules: ReadonlyMap<string, readonly OverrideRule[]>;
  /** The documents that no rule may touch, in any tab. */
  readonly exempt: readonly ExemptDocuments[];
  /**
   * The documents that no rule may touch in one tab, by the tab's id. A page with an override in another tab must be
   * left alone in this one, which `exempt` can't express because it is for all tabs.
   */
  readonly exemptIn: ReadonlyMap<number, readonly ExemptDocuments[]>;
  /** The overrides that answer preflights: their page is in the tab, or the tab navigates to it. */
  readonly answering: readonly Override[];
  /** When the next override ends, in ms since the epoch; null if none is on. */
  readonly alarm: number | null;
}

/** Tells what the browser has to do for overrides. @param overrides as `refreshed` returned them */
export function desired(
  overrides: readonly Override[],
  { views, workerOrigins, policy }: Pick<OverrideContext, 'views' | 'workerOrigins' | 'policy'>,
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
 * Lists the exempt documents of each tab that has overrides of some pages and not of all.
 * @param all how many pages have overrides in any tab
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
