import { t } from '../../browser/i18n.ts';
import { BlindSpots } from './blind-spots.tsx';
import { RequestList } from './request-list.tsx';
import { SearchState } from './search-state.tsx';

/** Shows the list below the names of its columns. */
export function ListPane({ focusDetail }: { focusDetail: () => void }) {
  return (
    <div class="list-pane">
      {/* Screen readers skip the columns' names: each item names its own values. */}
      <div class="columns dim" aria-hidden="true">
        <span>{t('columnMethod')}</span>
        <span>{t('columnRequest')}</span>
        <span>{t('columnTime')}</span>
      </div>
      <SearchState />
      <RequestList onOpen={focusDetail} />
      <BlindSpots />
    </div>
  );
}
