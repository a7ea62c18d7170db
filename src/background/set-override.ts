import { hasHostAccess } from '../browser/host-access.ts';
import { ownBrowser } from '../browser/own-browser.ts';
import { policy } from '../browser/policy.ts';
import { canAnswerPreflights } from '../browser/preflight-answers.ts';
import { tabOf } from '../browser/tabs.ts';
import { CommandError, type SetOverride } from '../commands/index.ts';
import { type Exchange, isLoopbackOrigin, SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import { toExchange } from '../observe/index.ts';
import {
  allowsOverride,
  endOverride,
  isFor,
  isOn,
  newOverride,
  type Override,
  withObservationsOf,
} from '../override/index.ts';
import type { State } from './state.ts';

/** Switches an override on or off. @returns once that is in force @throws CommandError where it cannot be */
export async function setOverride(state: State, command: SetOverride): Promise<void> {
  if (!command.enabled) {
    await state.overrides.change((overrides) => endOverride(overrides, command, Date.now()));
    return;
  }
  const objection = await objectionTo(command);
  if (objection !== null) throw objection;
  const { rulesSeeAnswers } = ownBrowser;
  const seen = await exchangesSeenIn(state, command.tabId);
  const isMeant = (one: Override) => isOn(one) && isFor(one, command);
  const { before, after } = await state.overrides.change((overrides) => {
    const now = Date.now();
    const present = overrides.find(isMeant);
    const allow = [...new Set([...(present?.allow ?? []), ...(command.allow ?? [])])];
    const wanted: Override = {
      ...(present ?? newOverride(command, [], now, { mark: markFor(overrides, command), rulesSeeAnswers })),
      allow,
      changedAt: now,
    };
    // What the tab's calls have shown so far is mended from the start.
    const override = seen.reduce(
      (learner, exchange) => withObservationsOf(learner, exchange, now, state.profile),
      wanted,
    );
    return [...overrides.filter((one) => one !== present), override];
  });
  const refused = after.find(isMeant)?.refused ?? null;
  if (refused === null || (refused === 'debugger' && !asksForDebugger(command))) return;
  // What it could do before, it still can.
  const given = before.find(isMeant)?.allow;
  await state.overrides.change((overrides) =>
    overrides.flatMap((one) => {
      if (!isMeant(one)) return one;
      return given === undefined
        ? []
        : { ...one, allow: one.allow.filter((consent) => given.includes(consent)) };
    }),
  );
  throw new CommandError({ code: REFUSALS[refused], parameters: {} }, `Chrome refused: ${refused}.`);
}

/**
 * True if the command wants what only the debugger does. Without it, an override whose preflights the debugger was asked
 * to answer before still takes further consents: that Chrome refuses the debugger, its tab says anyway.
 */
function asksForDebugger({ allow = [] }: SetOverride): boolean {
  return allow.includes('answer-preflight');
}

/**
 * The mark of redirects for a page: one for all its overrides, since a redirect can carry only one, and the targets of
 * several may be on its way.
 */
function markFor(overrides: readonly Override[], { pageOrigin }: SetOverride): string {
  const present = overrides.find((one) => isOn(one) && one.pageOrigin === pageOrigin);
  return present?.mark ?? crypto.randomUUID();
}

const REFUSALS = { rules: 'rule-refused', debugger: 'debugger-refused' } as const;

async function objectionTo({
  tabId,
  pageOrigin,
  targetOrigin,
  allow = [],
}: SetOverride): Promise<CommandError | null> {
  if (!isLoopbackOrigin(pageOrigin))
    return new CommandError(
      { code: 'not-loopback', parameters: { origin: pageOrigin } },
      `Overrides are only for pages on localhost, and ${pageOrigin} is not.`,
    );
  if (allow.includes('answer-preflight') && !canAnswerPreflights()) {
    return new CommandError(
      { code: 'no-debugger', parameters: {} },
      'This build of the extension cannot answer preflights.',
    );
  }
  if (!allowsOverride(await policy(), { targetOrigin, allow })) {
    return new CommandError(
      { code: 'policy', parameters: { origin: targetOrigin } },
      `The policy of this browser does not allow that override for ${targetOrigin}.`,
    );
  }
  if ((await tabOf(tabId)) === null)
    return new CommandError({ code: 'no-tab', parameters: {} }, `There is no tab ${tabId}.`);
  for (const origin of [pageOrigin, targetOrigin]) {
    if (await hasHostAccess([origin])) continue;
    return new CommandError(
      { code: 'no-access', parameters: { origin } },
      `The extension has no access to ${origin}.`,
    );
  }
  return null;
}

async function exchangesSeenIn(state: State, tabId: number): Promise<readonly Exchange[]> {
  const { index } = state.exchanges;
  const records = await state.exchanges.readAll([...index.of(tabOwner(tabId)), ...index.of(SERVICE_WORKER)]);
  return records.flatMap((record) => toExchange(record) ?? []);
}
