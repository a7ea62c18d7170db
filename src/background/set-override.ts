import { isLoopbackOrigin } from '../cors/index.ts';
import { toExchange } from '../exchange/index.ts';
import { CommandError, type SetOverride } from '../messages/index.ts';
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

/** Switches an override on or off. @returns once that is in force @throws CommandError where it cannot be */
export async function setOverride(state: State, command: SetOverride): Promise<void> {
  const objection = command.enabled ? await objectionTo(command) : null;
  if (objection !== null) throw objection;
  const now = Date.now();
  if (!command.enabled) {
    await state.overrides.change((overrides) => endOverride(overrides, command, now));
    return;
  }
  const present = state.overrides.all().find((one) => isOn(one) && isFor(one, command));
  const allow = [...new Set([...(present?.allow ?? []), ...(command.allow ?? [])])];
  const override = await withWhatWasSeen(state, {
    ...(present ?? newOverride(command, [], now)),
    allow,
    changedAt: now,
  });
  await state.overrides.change((overrides) => [
    ...overrides.filter((one) => !(isOn(one) && isFor(one, command))),
    override,
  ]);
}

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
