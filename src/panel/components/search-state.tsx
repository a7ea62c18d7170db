import { t } from '../../browser/i18n.ts';
import { useModel } from '../model/model-context.ts';

/** Shows the result of DevTools' own search, which its search bar can't show. */
export function SearchState() {
  const { search } = useModel();
  const state = search.value;
  if (state === null) return null;
  const { position, count } = state;
  return (
    <p class="search-state" role="status">
      {count === 0
        ? t('searchNothing')
        : t('searchPosition', { position: String(position), count: String(count) })}
    </p>
  );
}
