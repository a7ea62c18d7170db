import { answerAgents } from '../browser/agent-door.ts';
import { onAlarm } from '../browser/alarm.ts';
import { onCommand } from '../browser/commands.ts';
import { announceHostAccess, subscribeHostAccess } from '../browser/host-access.ts';
import { onPolicyChanged } from '../browser/policy.ts';
import { openPopupOnShortcut } from '../browser/popup-shortcut.ts';
import { onDebuggerDetached, onPausedRequest } from '../browser/preflight-answers.ts';
import { observeOwnRequest } from '../browser/preflight-probe.ts';
import { onBrowserStart, onTabClosed, onTabNavigated, openTabs } from '../browser/tabs.ts';
import { documentsOf, onFrameNavigation } from '../browser/web-navigation.ts';
import { observeDestinations, observePageAnswers, observeRequests } from '../browser/web-request.ts';
import type { ObservedEvent } from '../observe/index.ts';
import { handlersOf } from './answer.ts';
import { answerToPaused } from './answer-paused.ts';
import { Badges } from './badges.ts';
import { forgetTab } from './forget-tab.ts';
import { observe } from './observe.ts';
import { loadState, type State } from './state.ts';

// Wiring only. The worker is stopped after some idle seconds and started by the next event: listeners have to be there
// before the first await, and what they hear waits until the state is back.
const ready = loadState().then((state) => {
  const badges = new Badges(state);
  state.exchanges.onChange = (owner) => {
    if (owner.type === 'tab') badges.repaint(owner.tabId);
  };
  state.overrides.onChange = (tabIds) => {
    for (const tabId of tabIds) badges.repaint(tabId);
  };
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

observeRequests((event: ObservedEvent) => whenReady((state) => observe(state, event)), observeOwnRequest);

/** The same for what is told of a tab, unless that was closed. */
function whileOpen(tabId: number, task: (state: State, badges: Badges) => void | Promise<void>): void {
  whenReady((state, badges) => (state.closedTabs.has(tabId) ? undefined : task(state, badges)));
}

observePageAnswers((tabId, origin, at) =>
  whileOpen(tabId, (state) => state.pages.answered(tabId, origin, at)),
);

observeDestinations((tabId, frameId, url) =>
  whileOpen(tabId, (state) => {
    state.destinations.pass(tabId, frameId, url);
    return state.overrides.documentsChanged(tabId);
  }),
);

onFrameNavigation((navigation) =>
  whileOpen(navigation.tabId, async (state, badges) => {
    const { tabId } = navigation;
    switch (navigation.type) {
      case 'begun':
        if (navigation.frameId === 0) state.pages.begun(tabId, navigation.at);
        state.destinations.begin(tabId, navigation.frameId, navigation.url);
        break;
      case 'committed':
        state.destinations.end(tabId, navigation.document.frameId);
        if (state.pages.committed(tabId, navigation.document)) badges.repaint(tabId);
        break;
      case 'failed':
        state.destinations.end(tabId, navigation.frameId);
    }
    await state.overrides.documentsChanged(tabId);
    const listed = state.pages.hasMany(tabId) ? await documentsOf(tabId) : null;
    if (listed !== null) state.pages.prune(tabId, listed);
  }),
);

onPausedRequest(async (request, frameOrigin) => {
  const { state } = await ready;
  return await answerToPaused(state.overrides, request, frameOrigin);
});

onDebuggerDetached((owner, isCanceled) =>
  whenReady((state) => state.overrides.debuggerDetached(owner, isCanceled)),
);

// Nothing to do but to run: whatever an earlier session left behind goes at the worker's start.
onBrowserStart(() => whenReady(() => {}));

onPolicyChanged(() =>
  whenReady(async (state) => {
    if (state.overrides.all().length > 0) await state.overrides.reconcile();
  }),
);

subscribeHostAccess(() => {
  announceHostAccess();
  whenReady((state) => state.overrides.hostAccessChanged());
});

onTabNavigated((tabId) => whenReady((_state, badges) => badges.repaint(tabId)));

onTabClosed((tabId) => whenReady((state) => forgetTab(state, tabId)));

onAlarm(() =>
  whenReady(async (state) => {
    if (state.overrides.all().length > 0) await state.overrides.reconcile();
  }),
);

onCommand(async () => {
  const { state, badges } = await ready;
  return handlersOf(state, (tabId) => badges.repaint(tabId));
});

openPopupOnShortcut();

answerAgents(() => ready.then(({ state }) => state.writes.flush()));
