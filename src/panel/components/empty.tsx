import { t } from '../../browser/i18n.ts';
import { reloadInspectedPage } from '../../browser/inspected.ts';
import { pluralKey } from '../../browser/plural.ts';
import { resultOf } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { useFileAccess, useWatch } from '../model/use-grants.ts';
import { BlindSpots } from './blind-spots.tsx';
import { FILTER_ID } from './filter-box.tsx';
import { Text } from './words.tsx';

/** Says why the list is empty. */
export function Empty() {
  const { rows, hasAllRows, isUnreadable, filter } = useModel();
  // Rows that are still being read may change that.
  if (!hasAllRows.value || isUnreadable.value) return <main class="empty" />;
  return (
    <main class="empty">
      {rows.value.length === 0 ? <NothingSeen /> : filter.value.trim() === '' ? <NoProblems /> : <NoMatch />}
      <BlindSpots />
    </main>
  );
}

function NothingSeen() {
  const { pageAccess } = useModel();
  if (pageAccess.value === 'closed') return <PageClosed />;
  return (
    <>
      <h1>{t('emptyNothing')}</h1>
      <button type="button" class="button" onClick={reloadInspectedPage}>
        {t('reloadPage')}
      </button>
      {pageAccess.value === 'file' ? <p class="dim">{t('emptyFile')}</p> : <Hints />}
    </>
  );
}

function PageClosed() {
  const files = useFileAccess();
  return (
    <>
      <h1>{t('emptyClosed')}</h1>
      <p>{t('emptyClosedHint')}</p>
      {files === false && <p class="dim">{t('emptyClosedFile')}</p>}
    </>
  );
}

function NoProblems() {
  const { rows } = useModel();
  const waiting = rows.value.filter((row) => resultOf(row) === 'pending').length;
  const passed = rows.value.length - waiting;
  const passedKey = pluralKey(passed, { one: 'passedCountOne', other: 'passedCountOther' });
  const waitingKey = pluralKey(waiting, { one: 'waitingCountOne', other: 'waitingCountOther' });
  return (
    <>
      <h1>{t('emptyNoProblems')}</h1>
      <p>
        {passed > 0 && t(passedKey, { count: String(passed) })}{' '}
        {waiting > 0 && t(waitingKey, { count: String(waiting) })} <ShowAll />
      </p>
      <Hints />
    </>
  );
}

/** Says why a call may be missing. */
function Hints() {
  const { pageOrigin } = useModel();
  const watch = useWatch(pageOrigin.value);
  return (
    <>
      {watch === 'not-granted' && <p>{t('emptyNotWatched')}</p>}
      <p class="dim">{t('emptyHint')}</p>
    </>
  );
}

function NoMatch() {
  const { filter, query, matching } = useModel();
  const hidden = matching.value.length;
  const hiddenKey = pluralKey(hidden, { one: 'hiddenMatchOne', other: 'hiddenMatchOther' });
  const [unknown] = query.value.unknown;
  const clear = () => {
    filter.value = '';
    document.getElementById(FILTER_ID)?.focus();
  };
  return (
    <>
      <h1>{t('emptyNoMatch')}</h1>
      {hidden > 0 && (
        <p>
          {t(hiddenKey, { count: String(hidden) })} <ShowAll />
        </p>
      )}
      {unknown !== undefined && (
        <p>
          <Text message="filterUnknown" values={{ term: unknown }} />
        </p>
      )}
      <button type="button" class="button" onClick={clear}>
        {t('clearFilter')}
      </button>
    </>
  );
}

function ShowAll() {
  const { hidePassed } = useModel();
  const showAll = () => {
    hidePassed.value = false;
  };
  return (
    <button type="button" class="button" onClick={showAll}>
      {t('show')}
    </button>
  );
}
