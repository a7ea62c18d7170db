import { t } from '../../browser/i18n.ts';
import { useModel } from '../model/model-context.ts';

/** Says that the store can't be read, while that lasts: rows may be missing. */
export function Unreadable() {
  const { isUnreadable } = useModel();
  if (!isUnreadable.value) return null;
  return (
    <p class="toolbar-problem" role="alert">
      {t('storeUnreadable')}
    </p>
  );
}
