import { t } from '../../browser/i18n.ts';
import { useModel } from '../model/model-context.ts';

/** Says that what is stored can't be read, while that is so: what is shown may lack something. */
export function Unreadable() {
  const { isUnreadable } = useModel();
  if (!isUnreadable.value) return null;
  return (
    <p class="toolbar-problem" role="alert">
      {t('storeUnreadable')}
    </p>
  );
}
