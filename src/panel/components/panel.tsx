import { useModel } from '../model/model-context.ts';
import { Announcement } from './announcement.tsx';
import { Detail } from './detail.tsx';
import { Empty } from './empty.tsx';
import { RequestList } from './request-list.tsx';
import { Toolbar } from './toolbar.tsx';
import './panel.css';

export function Panel() {
  const { visible, selected } = useModel();
  const row = selected.value;
  return (
    <>
      <Toolbar />
      {row === null ? (
        <Empty />
      ) : (
        <main class="split">
          <RequestList rows={visible.value} selected={row} />
          <Detail key={row.exchange.id} row={row} />
        </main>
      )}
      <Announcement />
    </>
  );
}
