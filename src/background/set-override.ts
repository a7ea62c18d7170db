import { currentHop, isLoopbackOrigin, originOf } from '../cors/index.ts';
import { toExchange } from '../exchange/index.ts';
import type { Answer, SetOverride } from '../messages/index.ts';
import { endOverride, isFor, isOn, learn, newOverride, type Override } from '../override/index.ts';
import { hasHostAccess } from '../platform/host-access.ts';
import { tabOf } from '../platform/tabs.ts';
import type { State } from './state.ts';

/** Switches an override on or off. @returns once that is in force, or why it cannot be */
export async function setOverride(state: State, command: SetOverride): Promise<Answer> {
  const error = command.enabled ? await objection(command) : null;
  if (error !== null) return { ok: false, error };
  const now = Date.now();
  if (command.enabled) {
    const override = await withWhatWasSeen(state, newOverride(command, now));
    await state.overrides.change((overrides) => {
      return overrides.some((one) => isOn(one) && isFor(one, command)) ? overrides : [...overrides, override];
    });
  } else {
    await state.overrides.change((overrides) => endOverride(overrides, command, now));
  }
  return { ok: true };
}

async function objection({ tabId, pageOrigin, targetOrigin, allow }: SetOverride): Promise<string | null> {
  if (!isLoopbackOrigin(pageOrigin))
    return `Overrides are only for pages on localhost, and ${pageOrigin} is not.`;
  if (pageOrigin === targetOrigin) return `${pageOrigin} needs no CORS for itself.`;
  if (allow !== undefined && allow.length > 0) return `This version has no means called ${allow.join(', ')}.`;
  if ((await tabOf(tabId)) === null) return `There is no tab ${tabId}.`;
  if (!(await hasHostAccess([pageOrigin, targetOrigin])))
    return `The extension has no access to ${targetOrigin}.`;
  return null;
}

/** What the tab's exchanges of this pair have shown so far is mended from the start. */
async function withWhatWasSeen(state: State, override: Override): Promise<Override> {
  const records = await state.exchanges.readAll(state.exchanges.index.ofTab(override.tabId));
  return records.reduce((learned, record) => {
    const exchange = toExchange(record);
    if (exchange === null) return learned;
    const { tabId, origin: pageOrigin } = exchange;
    const targetOrigin = originOf(currentHop(exchange).url);
    return isFor(override, { tabId, pageOrigin, targetOrigin }) ? learn(learned, exchange) : learned;
  }, override);
}
