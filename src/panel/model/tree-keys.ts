import { type ListItem, levelOf } from './list-items.ts';

/** What a key does in the list: another item becomes the active one, or the active one is folded or unfolded. */
export type TreeMove =
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'fold'; readonly expanded: boolean };

/**
 * The keys of a tree view.
 * @param page how many items a page holds
 * @returns null for any other key, and where there is nowhere to go
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/#keyboardinteraction
 */
export function treeMove(
  key: string,
  items: readonly ListItem[],
  active: number,
  page: number,
): TreeMove | null {
  const go = (to: number): TreeMove => ({ type: 'go', to: Math.min(Math.max(to, 0), items.length - 1) });
  const item = items[active];
  if (item === undefined) return null;
  switch (key) {
    case 'ArrowDown':
      return go(active + 1);
    case 'ArrowUp':
      return go(active - 1);
    case 'PageDown':
      return go(active + page);
    case 'PageUp':
      return go(active - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(items.length - 1);
    case 'ArrowRight':
      if (item.expanded === null) return null;
      return item.expanded ? go(active + 1) : { type: 'fold', expanded: true };
    case 'ArrowLeft': {
      if (item.expanded === true) return { type: 'fold', expanded: false };
      const parent = parentOf(items, active);
      return parent === null ? null : go(parent);
    }
  }
  return null;
}

/** The index of the item that holds the one at `index`, or null for a group. */
function parentOf(items: readonly ListItem[], index: number): number | null {
  const item = items[index];
  if (item === undefined) return null;
  for (let above = index - 1; above >= 0; above--) {
    const other = items[above];
    if (other !== undefined && levelOf(other) < levelOf(item)) return above;
  }
  return null;
}
