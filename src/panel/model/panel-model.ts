import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Exchange } from '../../cors/index.ts';
import { type DevServer, devServerOf } from '../../fix/index.ts';
import { NO_POLICY, type Override, type Policy } from '../../override/index.ts';
import { pageResources } from '../../platform/inspected.ts';
import { subscribeOverrides } from '../../platform/override-feed.ts';
import { policy as currentPolicy, onPolicyChanged } from '../../platform/policy.ts';
import { chooseStack, type StackChoice, subscribeStackChoices } from '../../platform/stack-choices.ts';
import { ofCurrentPage, subscribeTab, type TabContent } from '../../platform/tab-feed.ts';
import { now } from './clock.ts';
import { compareRows, markOf, type Row, rowOf } from './row.ts';

/** All that the panel shows, for one inspected tab. */
export interface PanelModel {
  readonly tabId: number;
  /** The requests of the current page, or of all pages when the log is preserved. */
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** The exchanges of all pages that the tab has shown. */
  readonly history: ReadonlySignal<readonly Exchange[]>;
  /** Those of `rows` that the list shows. */
  readonly visible: ReadonlySignal<readonly Row[]>;
  /** What the user picked, else the first that is visible. */
  readonly selected: ReadonlySignal<Row | null>;
  readonly select: (id: string) => void;
  readonly hidePassed: Signal<boolean>;
  readonly preserveLog: Signal<boolean>;
  /** Of the page that the tab shows; `null` where it isn't known. */
  readonly pageOrigin: ReadonlySignal<string>;
  /** The overrides of this tab, ended ones too. */
  readonly overrides: ReadonlySignal<readonly Override[]>;
  /** What the organisation that manages the browser allows. */
  readonly policy: ReadonlySignal<Policy>;
  /** Which stack the user said runs at an origin. */
  readonly stackChoices: ReadonlySignal<ReadonlyMap<string, StackChoice>>;
  readonly chooseStack: (targetOrigin: string, choice: StackChoice | null) => void;
  /** Which dev server serves the page, as far as that is known; the user may say otherwise. */
  readonly devServer: Signal<DevServer>;
  /** What was typed as further origins that a target is to allow, by the target's origin. */
  readonly alsoAllow: Signal<ReadonlyMap<string, string>>;
}

/** How long a call may wait before it is shown among the problems, in milliseconds. */
const PATIENCE = 3_000;

export function createPanelModel(tabId: number): PanelModel {
  const content = signal<TabContent>({ page: null, exchanges: [] });
  const allOverrides = signal<readonly Override[]>([]);
  const policy = signal(NO_POLICY);
  const stackChoices = signal<ReadonlyMap<string, StackChoice>>(new Map());
  const picked = signal<string | null>(null);
  const hidePassed = signal(true);
  const preserveLog = signal(false);

  subscribeTab(tabId, (next) => {
    content.value = next;
  });
  subscribeOverrides((overrides) => {
    allOverrides.value = overrides;
  });
  const readPolicy = async () => {
    policy.value = await currentPolicy();
  };
  void readPolicy();
  onPolicyChanged(readPolicy);
  const devServer = signal<DevServer>('vite');
  void pageResources().then((urls) => {
    devServer.value = devServerOf(urls) ?? devServer.value;
  });
  subscribeStackChoices((choices) => {
    stackChoices.value = choices;
  });

  const rows = computed(() => {
    const shown = preserveLog.value ? content.value.exchanges : ofCurrentPage(content.value);
    return shown.map(rowOf).sort(compareRows);
  });
  const visible = computed(() => (hidePassed.value ? rows.value.filter(isOfInterest) : rows.value));
  const selected = computed(
    () => visible.value.find(({ exchange }) => exchange.id === picked.value) ?? visible.value[0] ?? null,
  );
  return {
    tabId,
    rows,
    history: computed(() => content.value.exchanges),
    visible,
    selected,
    select: (id) => {
      picked.value = id;
    },
    hidePassed,
    preserveLog,
    pageOrigin: computed(() => content.value.page?.origin ?? 'null'),
    overrides: computed(() => allOverrides.value.filter((override) => override.tabId === tabId)),
    policy,
    stackChoices,
    devServer,
    chooseStack: (targetOrigin, choice) => void chooseStack(targetOrigin, choice),
    alsoAllow: signal<ReadonlyMap<string, string>>(new Map()),
  };
}

/** Whether a row stays when those that passed are hidden: what an override let through is news, too. */
function isOfInterest(row: Row): boolean {
  switch (markOf(row)) {
    case 'passed':
      return row.exchange.overridden;
    case 'pending':
      return row.exchange.overridden || now.value - row.exchange.startedAt > PATIENCE;
    case 'blocked':
    case 'failed':
    case 'overridden':
      return true;
  }
}
