import { t } from '../../platform/i18n.ts';
import { reloadInspectedPage } from '../../platform/inspected.ts';
import { pluralKey } from '../../platform/plural.ts';
import { useModel } from '../model/model-context.ts';
import { markOf } from '../model/row.ts';

/** What is said when the list has nothing to show. */
export function Empty() {
  const { rows } = useModel();
  const count = rows.value.length;
  return (
    <main class="empty">
      {count === 0 ? <NothingSeen /> : <NoProblems />}
      <p class="dim">{t('emptyHint')}</p>
    </main>
  );
}

function NothingSeen() {
  return (
    <>
      <h1>{t('emptyNothing')}</h1>
      <button type="button" class="button" onClick={reloadInspectedPage}>
        {t('reloadPage')}
      </button>
    </>
  );
}

function NoProblems() {
  const { rows, hidePassed } = useModel();
  const waiting = rows.value.filter((row) => markOf(row) === 'pending').length;
  const passed = rows.value.length - waiting;
  const passedKey = pluralKey(passed, { one: 'passedCountOne', other: 'passedCountOther' });
  const waitingKey = pluralKey(waiting, { one: 'waitingCountOne', other: 'waitingCountOther' });
  const showAll = () => {
    hidePassed.value = false;
  };
  return (
    <>
      <h1>{t('emptyNoProblems')}</h1>
      <p>
        {passed > 0 && t(passedKey, String(passed))} {waiting > 0 && t(waitingKey, String(waiting))}{' '}
        <button type="button" class="button" onClick={showAll}>
          {t('show')}
        </button>
      </p>
    </>
  );
}
