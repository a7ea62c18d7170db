import { defaultRangeExtractor } from '@tanstack/virtual-core';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { holds } from '../model/list-items.ts';
import { useModel } from '../model/model-context.ts';
import { treeMove } from '../model/tree-keys.ts';
import { useVirtualizer } from '../model/use-virtualizer.ts';
import { RequestItem } from './request-item.tsx';
import './request-list.css';

/** Heights of a group's head and of a call, in CSS pixels; a line below is part of them. */
const HEAD = 27;
const CALL = 41;

/**
 * The requests as a tree: one stop for the Tab key, moved in with the arrow keys. Only what is in view is drawn, so
 * each item says where it stands.
 * @param onOpen the detail of the selected request is asked for
 */
export function RequestList({ onOpen }: { onOpen: () => void }) {
  const { items: allItems, active: activeIndex, selected, activate, fold, searchSteps } = useModel();
  const items = allItems.value;
  const active = activeIndex.value;
  const activeItem = items[active];
  const selectedId = selected.value?.exchange.id ?? '';
  const box = useRef<HTMLDivElement>(null);
  const scrolled = useRef(false);
  const { idAt, headAt } = useMemo(() => {
    const heads = [...items.keys()].filter((index) => items[index]?.type === 'group');
    return {
      idAt: (index: number) => items[index]?.id ?? index,
      headAt: (index: number) => heads.findLast((head) => head <= index) ?? 0,
    };
  }, [items]);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    getItemKey: idAt,
    estimateSize: (index) => (items[index]?.type === 'group' ? HEAD : CALL),
    overscan: 4,
    // What is being read stays where it is when rows come in above it; at the very top they are to be seen.
    anchorTo: scrolled.current ? 'end' : 'start',
    scrollPaddingStart: HEAD,
    // The head of the group in view sticks to the top; and what has the focus has to be there to be spoken.
    rangeExtractor: (range) => {
      const indexes = [headAt(range.startIndex), ...defaultRangeExtractor(range), Math.max(active, 0)];
      return [...new Set(indexes)].sort((one, other) => one - other);
    },
  });
  const drawn = virtualizer.getVirtualItems();
  scrolled.current = (virtualizer.scrollOffset ?? 0) > 0;
  const stuck = headAt(virtualizer.range?.startIndex ?? 0);

  // Only what the user does is followed: the active item's place changes with each row that comes in above it, too.
  const steps = searchSteps.value;
  const stepsFollowed = useRef(steps);
  useEffect(() => {
    const asked = document.activeElement === box.current || steps !== stepsFollowed.current;
    stepsFollowed.current = steps;
    if (asked && active >= 0) virtualizer.scrollToIndex(active);
  }, [activeItem?.id, activeItem?.expanded, steps]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || activeItem === undefined) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / CALL) - 1);
    const move = treeMove(event.key, items, active, page);
    if (move?.type === 'go') {
      const target = items[move.to];
      if (target !== undefined) activate(target);
    } else if (move?.type === 'fold') fold(activeItem, move.expanded);
    else if (event.key === 'Enter' && activeItem.type !== 'group') onOpen();
    else if (event.key === 'Enter' || event.key === ' ') fold(activeItem, activeItem.expanded !== true);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      class="request-list"
      role="tree"
      tabIndex={0}
      aria-label={t('requestList')}
      aria-activedescendant={activeItem?.id}
      onKeyDown={onKeyDown}
    >
      <div class="request-items" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {drawn.map(({ index, key, start, size }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <RequestItem
              key={key}
              item={item}
              active={index === active}
              selected={item.type !== 'group' && holds(item, selectedId)}
              size={size}
              start={index === stuck ? null : start}
            />
          );
        })}
      </div>
    </div>
  );
}
