import type { JudgedExchange } from '../../explain/index.ts';
import { type Call, type Group, latestOf } from './groups.ts';

/** The position of an item in the list, which is a tree. */
interface TreePosition {
  /** Unique, and the same as long as the item is there. */
  readonly id: string;
  /** Counts from 1 among `setSize` siblings. */
  readonly position: number;
  readonly setSize: number;
  /** Null where there is nothing to unfold. */
  readonly expanded: boolean | null;
}

/** What the list shows as one line: a group, a call (the latest of equal ones), or an earlier one of these. */
export type ListItem =
  | (TreePosition & { readonly type: 'group'; readonly key: string; readonly group: Group })
  | (TreePosition & {
      readonly type: 'call';
      readonly key: string;
      readonly call: Call;
      readonly row: JudgedExchange;
    })
  | (TreePosition & { readonly type: 'repeat'; readonly row: JudgedExchange });

/** What the user folded otherwise than it is by default: groups are open, equal calls are folded. */
export interface Folding {
  readonly closedGroups: ReadonlySet<string>;
  readonly openCalls: ReadonlySet<string>;
}

/** The lines of the list, from top to bottom. */
export function listItems(groups: readonly Group[], folding: Folding): readonly ListItem[] {
  const items: ListItem[] = [];
  for (const [index, group] of groups.entries()) {
    const expanded = !folding.closedGroups.has(group.key);
    const { key, calls } = group;
    const id = `group-${calls[0].rows[0].exchange.id}`;
    items.push({ type: 'group', id, key, group, expanded, position: index + 1, setSize: groups.length });
    if (!expanded) continue;
    for (const [position, call] of calls.entries()) {
      const setSize = calls.length;
      addCall(items, call, { position: position + 1, setSize }, folding);
    }
  }
  return items;
}

function addCall(
  items: ListItem[],
  call: Call,
  position: Pick<TreePosition, 'position' | 'setSize'>,
  { openCalls }: Folding,
): void {
  const { key, rows } = call;
  const expanded = rows.length === 1 ? null : openCalls.has(key);
  const id = `call-${rows[0].exchange.id}`;
  items.push({ type: 'call', id, key, call, row: latestOf(call), expanded, ...position });
  if (expanded !== true) return;
  const earlier = rows.slice(0, -1).reverse();
  for (const [index, row] of earlier.entries()) {
    const setSize = earlier.length;
    items.push({
      type: 'repeat',
      id: `repeat-${row.exchange.id}`,
      row,
      expanded: null,
      position: index + 1,
      setSize,
    });
  }
}

/** The level in the tree, from 1. */
export function levelOf({ type }: ListItem): number {
  switch (type) {
    case 'group':
      return 1;
    case 'call':
      return 2;
    case 'repeat':
      return 3;
  }
}

/** Whether the item shows the exchange, or hides it in its folds. */
export function holds(item: ListItem, exchangeId: string): boolean {
  const isIt = ({ exchange }: JudgedExchange) => exchange.id === exchangeId;
  switch (item.type) {
    case 'group':
      return item.expanded === false && item.group.calls.some(({ rows }) => rows.some(isIt));
    case 'call':
      return item.expanded === true ? isIt(item.row) : item.call.rows.some(isIt);
    case 'repeat':
      return isIt(item.row);
  }
}
