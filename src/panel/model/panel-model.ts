import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { pageResources } from '../../browser/inspected.ts';
import { type PageAccess, subscribePageAccess } from '../../browser/page-access.ts';
import { onSearch } from '../../browser/panel-search.ts';
import { policy as currentPolicy, onPolicyChanged } from '../../browser/policy.ts';
import { chooseStack, subscribeStackChoices } from '../../browser/stack-choices.ts';
import type { Exchange } from '../../cors/index.ts';
import type { JudgedExchange, StackChoice } from '../../explain/index.ts';
import { NO_POLICY, type Override, type Policy } from '../../override/index.ts';
import {
  droppedOfCurrentPage,
  ofCurrentPage,
  outsideOfCurrentPage,
  subscribeOverrides,
  subscribeTab,
  type TabContent,
  unheardOfCurrentPage,
} from '../../ui/index.ts';
import { createDevServerModel, type DevServerModel } from './dev-server-model.ts';
import { judgeInSlices } from './judge-in-slices.ts';
import { createListModel, type ListModel } from './list-model.ts';
import { createSearchModel, type SearchModel } from './search-model.ts';

/** All that the panel shows, for one inspected tab. */
export interface PanelModel extends ListModel, SearchModel, DevServerModel {
  readonly tabId: number;
  /** Whether the calls are from a file: nothing can be asked of their page, or done to it. */
  readonly isFromFile: boolean;
  /** The requests of the current page, or of all pages when the log is preserved, in the order they began. */
  readonly rows: ReadonlySignal<readonly JudgedExchange[]>;
  /** Whether these are all: when the panel opens, the first are shown before the others are read. */
  readonly hasAllRows: ReadonlySignal<boolean>;
  /** The exchanges of all pages that the tab has shown. */
  readonly history: ReadonlySignal<readonly Exchange[]>;
  readonly preserveLog: Signal<boolean>;
  /** How many requests would be among them, had they not been dropped to make room. */
  readonly dropped: ReadonlySignal<number>;
  /** How many requests DevTools told of that couldn't be stored; some may be among them all the same. */
  readonly unheard: ReadonlySignal<number>;
  /** How many requests that CORS decides nothing about are kept no more. */
  readonly droppedOutside: ReadonlySignal<number>;
  /** Whether the browser doesn't let what is stored be read. It's tried again all the while. */
  readonly isUnreadable: ReadonlySignal<boolean>;
  /** What there is to see of the page that the tab shows. */
  readonly pageAccess: ReadonlySignal<PageAccess>;
  /** Of the page that the tab shows; `null` where it isn't known. */
  readonly pageOrigin: ReadonlySignal<string>;
  /** The overrides of this tab, ended ones too. */
  readonly overrides: ReadonlySignal<readonly Override[]>;
  /** What the organisation that manages the browser allows. */
  readonly policy: ReadonlySignal<Policy>;
  /** Which stack the user said runs at an origin. */
  readonly stackChoices: ReadonlySignal<ReadonlyMap<string, StackChoice>>;
  /** @returns once that is saved */
  readonly chooseStack: (targetOrigin: string, choice: StackChoice | null) => Promise<void>;
  /** What was typed as further origins that a target is to allow, by the target's origin. */
  readonly alsoAllow: Signal<ReadonlyMap<string, string>>;
}

export function createPanelModel(tabId: number): PanelModel {
  const content = signal<TabContent>({ page: null, exchanges: [], dropped: null, isComplete: false });
  const allOverrides = signal<readonly Override[]>([]);
  const policy = signal(NO_POLICY);
  const stackChoices = signal<ReadonlyMap<string, StackChoice>>(new Map());
  const preserveLog = signal(false);
  const pageAccess = signal<PageAccess>('web');
  /** The worker isn't told of such a page: what it knows is the one before. */
  const closedSince = signal(0);

  const unreadable = { exchanges: signal(false), overrides: signal(false) };

  subscribeTab(
    tabId,
    (next) => {
      content.value = next;
    },
    (is) => {
      unreadable.exchanges.value = is;
    },
  );
  subscribeOverrides(
    (overrides) => {
      allOverrides.value = overrides;
    },
    (is) => {
      unreadable.overrides.value = is;
    },
  );
  subscribePageAccess((access) => {
    if (access !== pageAccess.value) closedSince.value = access === 'closed' ? Date.now() : 0;
    pageAccess.value = access;
  });
  // The worker reads it, too, before it switches anything on.
  const readPolicy = () => {
    currentPolicy().then(
      (current) => {
        policy.value = current;
      },
      (error: unknown) => console.error('The policy could not be read.', error),
    );
  };
  readPolicy();
  onPolicyChanged(readPolicy);
  subscribeStackChoices((choices) => {
    stackChoices.value = choices;
  });

  const rows = signal<readonly JudgedExchange[]>([]);
  const hasAllRows = signal(false);
  const judge = judgeInSlices((judged, areAll) => {
    batch(() => {
      rows.value = judged;
      hasAllRows.value = areAll;
    });
  });
  effect(() => {
    const ofPage = ofCurrentPage(content.value).filter(({ startedAt }) => startedAt >= closedSince.value);
    judge(preserveLog.value ? content.value.exchanges : ofPage, content.value.isComplete);
  });
  const list = createListModel(rows);
  const search = createSearchModel(list);
  onSearch(search.takeStep);
  const pageOrigin = computed(() =>
    pageAccess.value === 'closed' ? 'null' : (content.value.page?.origin ?? 'null'),
  );
  return {
    ...list,
    ...search,
    ...createDevServerModel(pageOrigin, rows, pageResources),
    tabId,
    isFromFile: false,
    rows,
    hasAllRows,
    history: computed(() => content.value.exchanges),
    preserveLog,
    dropped: computed(() => {
      if (preserveLog.value) return content.value.dropped?.count ?? 0;
      return pageAccess.value === 'closed' ? 0 : droppedOfCurrentPage(content.value);
    }),
    unheard: computed(() => {
      if (preserveLog.value) return content.value.dropped?.unheard.count ?? 0;
      return pageAccess.value === 'closed' ? 0 : unheardOfCurrentPage(content.value);
    }),
    droppedOutside: computed(() => {
      if (preserveLog.value) return content.value.dropped?.outside.count ?? 0;
      return pageAccess.value === 'closed' ? 0 : outsideOfCurrentPage(content.value);
    }),
    isUnreadable: computed(() => unreadable.exchanges.value || unreadable.overrides.value),
    pageOrigin,
    overrides: computed(() => allOverrides.value.filter((override) => override.tabId === tabId)),
    policy,
    stackChoices,
    pageAccess,
    chooseStack,
    alsoAllow: signal<ReadonlyMap<string, string>>(new Map()),
  };
}
