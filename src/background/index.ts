import { originOf } from '../cors/index.ts';
import type { ObservedEvent } from '../exchange/index.ts';
import { preflightAnswer } from '../override/index.ts';
import { onAlarm } from '../platform/alarm.ts';
import { onCommand } from '../platform/commands.ts';
import { subscribeHostAccess } from '../platform/host-access.ts';
import { onPolicyChanged } from '../platform/policy.ts';
import { onDebuggerCanceled, onPausedRequest } from '../platform/preflight-answers.ts';
import { hearOwnRequest } from '../platform/preflight-probe.ts';
import type { Page } from '../platform/stored.ts';
import { onBrowserStart, onTabClosed, onTabNavigated, openTabs } from '../platform/tabs.ts';
import { observeFrames, observeNavigations, observePages, observeRequests } from '../platform/web-request.ts';
import { answer } from './answer.ts';
import { Badges } from './badges.ts';
import { forgetTab } from './forget-tab.ts';
import { observe } from './observe.ts';
import { loadState, type State } from './state.ts';

// Wiring only. The worker is stopped after some idle seconds and started by the next event: listeners have to be there
// before the first await, and what they hear waits until the state is back.
const ready = loadState().then((state) => {
  const badges = new Badges(state);
  state.exchanges.onChange = (tabId) => badges.repaint(tabId);
  const repaintAll = async () => {
    for (const { id } of await openTabs()) badges.repaint(id);
  };
  state.troubles.onChange = () => void repaintAll().catch(() => {});
  if (state.troubles.any) state.troubles.onChange();
  return { state, badges };
});

function whenReady(task: (state: State, badges: Badges) => void | Promise<void>): void {
  ready
    .then(({ state, badges }) => task(state, badges))
    .catch((error: unknown) => console.error('The background worker met an error.', error));
}

observeRequests((event: ObservedEvent) => whenReady((state) => observe(state, event)), hearOwnRequest);

observePages((tabId: number, page: Page) =>
  whenReady((state, badges) => {
    state.pages.set(tabId, page);
    badges.repaint(tabId);
  }),
);

observeNavigations((tabId, url) => whenReady((state) => state.overrides.navigating(tabId, url)));

observeFrames((tabId, url) =>
  whenReady(async (state) => {
    if (state.pages.addFrame(tabId, originOf(url))) await state.overrides.reconcile();
  }),
);

onPausedRequest(async (request) => {
  const { state } = await ready;
  // It may have come by a redirect that was heard of just before.
  await state.overrides.settled();
  return preflightAnswer(state.overrides.all(), request);
});

onDebuggerCanceled((tabId) => whenReady((state) => state.overrides.debuggerCanceled(tabId)));

// Nothing to do but to run: whatever an earlier session left behind goes at the worker's start.
onBrowserStart(() => whenReady(() => {}));

onPolicyChanged(() =>
  whenReady(async (state) => {
    if (state.overrides.all().length > 0) await state.overrides.reconcile();
  }),
);

subscribeHostAccess(() =>
  whenReady(async (state, badges) => {
    await state.overrides.hostAccessChanged();
    for (const { tabId } of state.overrides.all()) badges.repaint(tabId);
  }),
);

onTabNavigated((tabId) =>
  whenReady(async (state, badges) => {
    if (state.overrides.all().length > 0) await state.overrides.reconcile();
    badges.repaint(tabId);
  }),
);

onTabClosed((tabId) => whenReady((state) => forgetTab(state, tabId)));

onAlarm(() =>
  whenReady(async (state, badges) => {
    if (state.overrides.all().length > 0) await state.overrides.reconcile();
    for (const { tabId } of state.overrides.all()) badges.repaint(tabId);
  }),
);

onCommand(async (command) => {
  const { state, badges } = await ready;
  const reply = await answer(state, command);
  badges.repaint(command.tabId);
  return reply;
});
