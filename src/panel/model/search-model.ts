import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SearchStep } from '../../browser/panel-search.ts';
import { say } from '../say.ts';
import { searchText } from './filter-match.ts';
import { type Call, latestOf } from './groups.ts';
import type { ListModel } from './list-model.ts';

/** DevTools' own search, in the list. */
export interface SearchModel {
  /** What is searched for, which of the calls that have it is selected (from 1; 0 for none), and how many these are. */
  readonly search: ReadonlySignal<{
    readonly text: string;
    readonly position: number;
    readonly count: number;
  } | null>;
  /** Counts the steps. After each step the list scrolls to the selected row. */
  readonly searchSteps: ReadonlySignal<number>;
  readonly takeStep: (step: SearchStep) => void;
}

export function createSearchModel({ groups, selected, select }: ListModel): SearchModel {
  const text = signal('');
  const searchSteps = signal(0);
  const calls = computed(() => groups.value.flatMap((group) => group.calls));
  const found = computed(() => {
    const wanted = text.value.toLowerCase();
    const hasIt = (call: Call) => call.rows.some((row) => searchText(row, say).includes(wanted));
    return new Set(wanted === '' ? [] : calls.value.filter(hasIt));
  });
  const current = computed(() =>
    calls.value.findIndex(({ rows }) => rows.some((row) => row === selected.value)),
  );
  const search = computed(() => {
    if (text.value === '') return null;
    const call = calls.value[current.value];
    const position = call === undefined ? 0 : [...found.value].indexOf(call) + 1;
    return { text: text.value, position, count: found.value.size };
  });

  /** Selects the next match. Begins with the call that is `offset` after the selected one, and goes on from the list's other end. */
  const go = (offset: number, direction: 1 | -1) => {
    const all = calls.value;
    for (let step = 0; step < all.length; step++) {
      const index = current.value + (offset + step) * direction;
      const call = all[(index + 2 * all.length) % all.length];
      if (call === undefined || !found.value.has(call)) continue;
      select(latestOf(call).exchange.id);
      break;
    }
    searchSteps.value++;
  };
  const takeStep = (step: SearchStep) => {
    switch (step.type) {
      case 'find':
        text.value = step.text;
        go(0, 1);
        return;
      case 'next':
        go(1, 1);
        return;
      case 'previous':
        go(1, -1);
        return;
      case 'cancel':
        text.value = '';
    }
  };
  return { search, searchSteps, takeStep };
}
