import { send } from '../browser/commands.ts';
import { allEntries, onEntryFinished, onInspectedNavigated } from '../browser/devtools-network.ts';
import {
  askInspectedPage,
  callTimings,
  createPanel,
  inspectedTabId,
  metaPolicies,
  uncheckedIntegrity,
} from '../browser/inspected.ts';
import { ownProfile } from '../browser/own-browser.ts';
import { forwardSearch } from '../browser/panel-search.ts';
import {
  EarlierLoads,
  type FinishedRequest,
  type HarEntry,
  isStoppedUnsent,
  mayBeCors,
  mayBeUnchecked,
  PagePolicies,
  RedirectChains,
  toForbiddenRequest,
  toOutsideRequest,
  toUncheckedRequest,
  toUnnamedRequest,
  type UnnamedRequest,
  UnreadAnswers,
} from '../observe/index.ts';
import { DatedPages } from './dated-pages.ts';
import { subscribeEntries } from './har-entries.ts';
import { Outbox } from './outbox.ts';
import { PageQuestions } from './page-questions.ts';

createPanel('CORS', '/icons/icon-16.png', '/src/panel/index.html').then(forwardSearch, (error: unknown) =>
  console.error('The panel could not be added to DevTools.', error),
);

// The second source beside webRequest: DevTools shows every request of its tab, without any host permission.
const tabId = inspectedTabId();
const chains = new RedirectChains(`devtools-${tabId}-${Date.now()}`);
// Of a redirected request only the end counts where CORS decides nothing: what led to it is told of among the others.
const outsideChains = new RedirectChains(`outside-${tabId}-${Date.now()}`);
const pages = new DatedPages(askInspectedPage);
const outbox = new Outbox(
  {
    takePage: (page) => send('reportNavigation', { tabId, ...page }),
    takeFinished: (finished, lost, lostOutside) =>
      send('reportFinished', {
        tabId,
        finished,
        ...(lost === null ? {} : { lost }),
        ...(lostOutside === null ? {} : { lostOutside }),
      }),
  },
  pages.first(),
);

const integrity = new PageQuestions(uncheckedIntegrity, (entry: HarEntry, urls) => {
  const request = urls.includes(entry.request.url) ? toUncheckedRequest(entry) : null;
  if (request !== null) outbox.add(outsideChains.name(request));
});

const { completesBlocked, corsNetError } = ownProfile();
const unread = new UnreadAnswers();
const answers = new PageQuestions(callTimings, (request: FinishedRequest, timings) =>
  outbox.add(unread.isUnread(request, timings) ? { ...request, error: corsNetError } : request),
);

const loads = new EarlierLoads();
const policies = new PagePolicies();
const forbidden = new PageQuestions(metaPolicies, (entry: HarEntry, meta) => {
  const violated = policies.violatedBy(entry, meta);
  const request = violated === null ? null : toForbiddenRequest(entry, violated);
  if (request === null) take(entry);
  else outbox.add(outsideChains.name(request));
});

subscribeEntries({ onFinished: onEntryFinished, all: allEntries }, (entry) => {
  policies.note(entry);
  loads.note(entry);
  if (isStoppedUnsent(entry) && forbidden.add(entry)) return;
  if (mayBeUnchecked(entry)) integrity.add(entry);
  take(entry);
});

/** Hands over what is, or may be, of interest. */
function take(entry: HarEntry): void {
  const outside = toOutsideRequest(entry);
  if (outside !== null) {
    outbox.add(outsideChains.name(dated(outside)));
    return;
  }
  const request = toUnnamedRequest(entry);
  if (request === null || !mayBeCors(request)) return;
  const named = chains.name(loads.withAnswer(request));
  if (!completesBlocked || !unread.mayBeUnread(named) || !answers.add(named)) outbox.add(named);
}

onInspectedNavigated((url) => pages.navigated(url, (page) => outbox.navigate(page)));

/** DevTools gives a WebSocket that never got through no date. */
function dated(request: UnnamedRequest): UnnamedRequest {
  const hasDate = request.startedAt > Date.now() - performance.now() - DAY_MS;
  return hasDate ? request : { ...request, startedAt: Date.now(), endedAt: Date.now() };
}

const DAY_MS = 86_400_000;
