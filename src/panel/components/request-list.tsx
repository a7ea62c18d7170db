import { defaultRangeExtractor } from '@tanstack/virtual-core';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { holds } from '../model/list-items.ts';
import { useModel } from '../model/model-context.ts';
import { treeMove } from '../model/tree-keys.ts';
import { useVirtualizer } from '../model/use-virtualizer.ts';
import { RequestItem } from './request-item.tsx';
import './request-list.css';

/** The heights of a group's head and of a call, in CSS pixels, with the border below. */
const GROUP_HEIGHT_PX = 27;
const CALL_HEIGHT_PX = 41;

/**
 * Shows the requests as a tree. It is one stop for the Tab key; the arrow keys move within it. Only visible items are
 * rendered, so each item tells its position.
 * @param onOpen called when the user asks for the detail of the selected request
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
    estimateSize: (index) => (items[index]?.type === 'group' ? GROUP_HEIGHT_PX : CALL_HEIGHT_PX),
    overscan: 4,
    // The rows in view keep their position when rows are added above them. At the very top, new rows come into view.
    anchorTo: scrolled.current ? 'end' : 'start',
    scrollPaddingStart: GROUP_HEIGHT_PX,
    // The head of the visible group sticks to the top. The focused item is always rendered, so that screen readers can
    // speak it.
    rangeExtractor: (range) => {
      const indexes = [headAt(range.startIndex), ...defaultRangeExtractor(range), Math.max(active, 0)];
      return [...new Set(indexes)].sort((one, other) => one - other);
    },
  });
  const drawn = virtualizer.getVirtualItems();
  scrolled.current = (virtualizer.scrollOffset ?? 0) > 0;
  const stuck = headAt(virtualizer.range?.startIndex ?? 0);

  // The list scrolls to the active item only after the user moved it: rows that come in above change its position, too.
  const steps = searchSteps.value;
  const stepsFollowed = useRef(steps);
  useEffect(() => {
    const asked = document.activeElement === box.current || steps !== stepsFollowed.current;
    stepsFollowed.current = steps;
    if (asked && active >= 0) virtualizer.scrollToIndex(active);
  }, [activeItem?.id, activeItem?.expanded, steps]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || activeItem === undefined) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / CALL_HEIGHT_PX) - 1);
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
