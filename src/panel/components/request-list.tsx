import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { useModel } from '../model/model-context.ts';
import type { Row } from '../model/row.ts';
import { optionId, RequestRow } from './request-row.tsx';
import './request-list.css';

/** The requests as a list box: one stop for the Tab key, moved in with the arrow keys. */
export function RequestList({ rows, selected }: { rows: readonly Row[]; selected: Row }) {
  const { select } = useModel();
  const box = useRef<HTMLDivElement>(null);
  const id = selected.exchange.id;
  useEffect(() => {
    if (document.activeElement === box.current) {
      document.getElementById(optionId(id))?.scrollIntoView({ block: 'nearest' });
    }
  }, [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = rows.findIndex(({ exchange }) => exchange.id === id);
    const next = destination(event.key, index, rows.length);
    const row = next === null ? undefined : rows[next];
    if (row === undefined) return;
    event.preventDefault();
    select(row.exchange.id);
  };
  return (
    <div
      ref={box}
      class="request-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('requestList')}
      aria-activedescendant={optionId(id)}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <RequestRow key={row.exchange.id} row={row} selected={row.exchange.id === id} />
      ))}
    </div>
  );
}

/** Rows that Page Up and Page Down leap over. */
const LEAP = 10;

/** The row that a key leads to from `index`, or null when it is none of ours. */
function destination(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'PageDown':
      return Math.min(index + LEAP, count - 1);
    case 'PageUp':
      return Math.max(index - LEAP, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  return null;
}
