import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useModel } from '../model/model-context.ts';
import { useShownRow } from '../model/use-shown-row.ts';
import { Announcement } from './announcement.tsx';
import { DetailBoundary } from './detail-boundary.tsx';
import { Empty } from './empty.tsx';
import { FILTER_ID } from './filter-box.tsx';
import { LazyDetail } from './lazy-detail.tsx';
import { ListPane } from './list-pane.tsx';
import { Toolbar } from './toolbar.tsx';
import { Unreadable } from './unreadable.tsx';
import './panel.css';

/** @param banner stands below the toolbar */
export function Panel({ banner }: { banner: ComponentChildren }) {
  const { selected } = useModel();
  const split = useRef<HTMLElement>(null);
  const row = selected.value;
  const shown = useShownRow(row);
  const focus = (selector: string) => () => split.current?.querySelector<HTMLElement>(selector)?.focus();
  const focusList = focus('[role=tree]');
  useEffect(() => {
    document.addEventListener('keydown', focusFilter);
    document.body.addEventListener('keydown', keepFromDevtools);
    return () => {
      document.removeEventListener('keydown', focusFilter);
      document.body.removeEventListener('keydown', keepFromDevtools);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const inDetail = event.target instanceof Element && event.target.closest('.detail') !== null;
    if (event.key !== 'Escape' || event.defaultPrevented || !inDetail) return;
    focusList();
    event.preventDefault();
  };
  return (
    <>
      <Toolbar focusList={focusList} />
      {banner}
      <Unreadable />
      {row === null || shown === null ? (
        <Empty />
      ) : (
        <main
          class="split"
          ref={split}
          aria-busy={shown.exchange.id !== row.exchange.id}
          onKeyDown={onKeyDown}
        >
          <ListPane focusDetail={focus('.detail')} />
          <DetailBoundary key={shown.exchange.id}>
            <LazyDetail row={shown} />
          </DetailBoundary>
        </main>
      )}
      <Announcement />
    </>
  );
}

/** Chrome passes keys on to DevTools even if they were handled: Escape would open its drawer, which takes the focus. */
function keepFromDevtools(event: KeyboardEvent): void {
  if (event.defaultPrevented) event.stopPropagation();
}

/** Moves the focus to the filter when `/` is pressed, unless the user is typing. */
function focusFilter(event: KeyboardEvent): void {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  document.getElementById(FILTER_ID)?.focus();
  event.preventDefault();
}
