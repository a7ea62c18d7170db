import { isLoopbackOrigin } from '../cors/index.ts';
import { toExchange } from '../exchange/index.ts';
import type { Answer, SetOverride } from '../messages/index.ts';
import {
  allowsOverride,
  endOverride,
  isFor,
  isOn,
  newOverride,
  type Override,
  taught,
} from '../override/index.ts';
import { hasHostAccess } from '../platform/host-access.ts';
import { policy } from '../platform/policy.ts';
import { canAnswerPreflights } from '../platform/preflight-answers.ts';
import { tabOf } from '../platform/tabs.ts';
import type { State } from './state.ts';

/** Switches an override on or off. @returns once that is in force, or why it cannot be */
export async function setOverride(state: State, command: SetOverride): Promise<Answer> {
  const error = command.enabled ? await objection(command) : null;
  if (error !== null) return { ok: false, error };
  const now = Date.now();
  if (!command.enabled) {
    await state.overrides.change((overrides) => endOverride(overrides, command, now));
    return { ok: true };
  }
  const present = state.overrides.all().find((one) => isOn(one) && isFor(one, command));
  const allow = [...new Set([...(present?.allow ?? []), ...(command.allow ?? [])])];
  const override = await withWhatWasSeen(state, {
    ...(present ?? newOverride(command, [], now)),
    allow,
    changedAt: now,
  });
  try {
    await state.overrides.change((overrides) => [
      ...overrides.filter((one) => !(isOn(one) && isFor(one, command))),
      override,
    ]);
  } catch (error) {
    return { ok: false, error: String(error) };
  }
  return { ok: true };
}

async function objection({
  tabId,
  pageOrigin,
  targetOrigin,
  allow = [],
}: SetOverride): Promise<string | null> {
  if (!isLoopbackOrigin(pageOrigin))
    return `Overrides are only for pages on localhost, and ${pageOrigin} is not.`;
  if (allow.includes('answer-preflight') && !canAnswerPreflights()) {
    return 'This build of the extension cannot answer preflights.';
  }
  if (!allowsOverride(await policy(), { targetOrigin, allow })) {
    return `The policy of this browser does not allow that override for ${targetOrigin}.`;
  }
  if ((await tabOf(tabId)) === null) return `There is no tab ${tabId}.`;
  if (!(await hasHostAccess([pageOrigin, targetOrigin])))
    return `The extension has no access to ${targetOrigin}.`;
  return null;
}

/** What the tab's exchanges of this pair have shown so far is mended from the start. */
async function withWhatWasSeen(state: State, override: Override): Promise<Override> {
  const { index } = state.exchanges;
  const records = await state.exchanges.readAll([...index.ofTab(override.tabId), ...index.ofTab(-1)]);
  const now = Date.now();
  return records.reduce((learned, record) => {
    const exchange = toExchange(record);
    return exchange === null ? learned : taught(learned, exchange, now);
  }, override);
}
