import { type ListItem, levelOf } from '../model/list-items.ts';
import { useModel } from '../model/model-context.ts';
import { GroupHead } from './group-head.tsx';
import { RequestRow } from './request-row.tsx';

interface Props {
  readonly item: ListItem;
  /** True for the item that the arrow keys move from. */
  readonly active: boolean;
  readonly selected: boolean;
  readonly size: number;
  /** The distance from the list's top, in pixels. Null if the item sticks to the top of the visible part. */
  readonly start: number | null;
}

/** Shows one line of the list at its position. */
export function RequestItem({ item, active, selected, size, start }: Props) {
  const { activate, fold } = useModel();
  const toggle = () => fold(item, item.expanded !== true);
  const onClick = () => {
    activate(item);
    if (item.type === 'group') toggle();
  };
  const place = start === null ? {} : { transform: `translateY(${start}px)` };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and hears the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the tree names it as its active descendant
    <div
      id={item.id}
      class={`request-item item-${item.type} ${active ? 'item-active' : ''} ${start === null ? 'item-stuck' : ''}`}
      style={{ height: `${size}px`, ...place }}
      role="treeitem"
      aria-level={levelOf(item)}
      aria-posinset={item.position}
      aria-setsize={item.setSize}
      aria-expanded={item.expanded ?? undefined}
      aria-selected={item.type === 'group' ? undefined : selected}
      onClick={onClick}
    >
      <Line item={item} toggle={toggle} />
    </div>
  );
}

function Line({ item, toggle }: { item: ListItem; toggle: () => void }) {
  switch (item.type) {
    case 'group':
      return <GroupHead group={item.group} />;
    case 'call':
      return <RequestRow row={item.row} times={item.call.rows.length} toggle={toggle} />;
    case 'repeat':
      return <RequestRow row={item.row} times={1} toggle={toggle} />;
  }
}
