import { t } from '../../browser/i18n.ts';
import { useModel } from '../model/model-context.ts';

/** The id of the element that the key `/` moves the focus to. */
export const FILTER_ID = 'filter';

export function FilterBox({ onLeave }: { onLeave: () => void }) {
  const { filter, prepareFilter } = useModel();
  const onKeyDown = (event: KeyboardEvent) => {
    // Escape clears the filter, as in any search field. Pressed again, it moves the focus to the list.
    const leaves = event.key === 'ArrowDown' || (event.key === 'Escape' && filter.value === '');
    if (!leaves || event.isComposing) return;
    onLeave();
    event.preventDefault();
  };
  return (
    <input
      id={FILTER_ID}
      class="filter"
      type="search"
      placeholder={t('filter')}
      aria-label={t('filter')}
      title={t('filterHelp')}
      autocomplete="off"
      spellcheck={false}
      value={filter.value}
      onFocus={prepareFilter}
      onInput={(event) => {
        filter.value = event.currentTarget.value;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
