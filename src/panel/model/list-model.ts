import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type JudgedExchange, resultOf } from '../../explain/index.ts';
import { say } from '../say.ts';
import { now } from './clock.ts';
import { asksForHidden, matches, searchText } from './filter-match.ts';
import { type FilterQuery, parseFilter } from './filter-query.ts';
import { type Group, groupsOf } from './groups.ts';
import { holds, type ListItem, listItems } from './list-items.ts';

/** What the list shows, and where in it the user is. */
export interface ListModel {
  readonly hidePassed: Signal<boolean>;
  /** As typed. */
  readonly filter: Signal<string>;
  readonly query: ReadonlySignal<FilterQuery>;
  /** Gathers what is filtered by, before the first letter is typed: for thousands of rows that takes its time. */
  readonly prepareFilter: () => void;
  /** The rows that the filter finds. */
  readonly matching: ReadonlySignal<readonly JudgedExchange[]>;
  /** Those of them that aren't hidden. */
  readonly visible: ReadonlySignal<readonly JudgedExchange[]>;
  readonly groups: ReadonlySignal<readonly Group[]>;
  readonly items: ReadonlySignal<readonly ListItem[]>;
  /** What the user picked, else the first of the list. */
  readonly selected: ReadonlySignal<JudgedExchange | null>;
  /** The index of the item that the keys move from: the one that holds the selected row, unless it is a group. */
  readonly active: ReadonlySignal<number>;
  /** Selects a row, and shows it if the filter or a closed group hides it. */
  readonly select: (id: string) => void;
  /** Makes an item the active one; any but a group is selected by that. */
  readonly activate: (item: ListItem) => void;
  readonly fold: (item: ListItem, expanded: boolean) => void;
}

/** How long a call may wait before it is shown among the problems, in milliseconds. */
const PENDING_GRACE_MS = 3_000;

/** @param rows in the order they began */
export function createListModel(rows: ReadonlySignal<readonly JudgedExchange[]>): ListModel {
  const picked = signal<string | null>(null);
  const activeGroup = signal<string | null>(null);
  const hidePassed = signal(true);
  const filter = signal('');
  const closedGroups = signal<ReadonlySet<string>>(new Set());
  const openCalls = signal<ReadonlySet<string>>(new Set());

  const query = computed(() => parseFilter(filter.value));
  const matching = computed(() => rows.value.filter((row) => matches(row, query.value, say)));
  const visible = computed(() => {
    const all = !hidePassed.value || asksForHidden(query.value);
    return all ? matching.value : matching.value.filter(isOfInterest);
  });
  const groups = computed(() => groupsOf(visible.value));
  const items = computed(() =>
    listItems(groups.value, { closedGroups: closedGroups.value, openCalls: openCalls.value }),
  );
  const selected = computed(() => {
    const found = visible.value.find(({ exchange }) => exchange.id === picked.value);
    return found ?? groups.value[0]?.calls[0].rows[0] ?? null;
  });
  const active = computed(() => {
    const group = activeGroup.value;
    const head =
      group === null ? -1 : items.value.findIndex((item) => item.type === 'group' && item.key === group);
    const id = selected.value?.exchange.id;
    return head >= 0 || id === undefined ? head : items.value.findIndex((item) => holds(item, id));
  });

  const prepareFilter = () => {
    for (const row of rows.value) searchText(row, say);
  };
  const select = (id: string) => {
    picked.value = id;
    activeGroup.value = null;
    const isIt = ({ exchange }: JudgedExchange) => exchange.id === id;
    if (!matching.value.some(isIt)) filter.value = '';
    const group = groups.value.find(({ calls }) => calls.some((call) => call.rows.some(isIt)));
    if (group !== undefined) closedGroups.value = changed(closedGroups.value, group.key, false);
  };
  const activate = (item: ListItem) => {
    switch (item.type) {
      case 'group':
        activeGroup.value = item.key;
        return;
      case 'call':
      case 'repeat':
        select(item.row.exchange.id);
    }
  };
  const fold = (item: ListItem, expanded: boolean) => {
    switch (item.type) {
      case 'group':
        closedGroups.value = changed(closedGroups.value, item.key, !expanded);
        return;
      case 'call':
        openCalls.value = changed(openCalls.value, item.key, expanded);
        return;
      case 'repeat':
    }
  };
  const shown = { matching, visible, groups, items, selected, active };
  return { hidePassed, filter, query, prepareFilter, ...shown, select, activate, fold };
}

/** Whether a row stays when those that passed are hidden: what an override let through is news, too. */
function isOfInterest(row: JudgedExchange): boolean {
  switch (resultOf(row)) {
    case 'passed':
      return row.exchange.overridden;
    case 'pending':
      return row.exchange.overridden || now.value - row.exchange.startedAt > PENDING_GRACE_MS;
    case 'blocked':
    case 'failed':
    case 'overridden':
    case 'not-cors':
      return true;
  }
}

/** The set with or without the key; the same one where that is so already. */
function changed(set: ReadonlySet<string>, key: string, included: boolean): ReadonlySet<string> {
  if (set.has(key) === included) return set;
  return included ? new Set([...set, key]) : new Set([...set].filter((other) => other !== key));
}
