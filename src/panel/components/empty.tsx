import { canRequestHosts } from '../../browser/host-access.ts';
import { t } from '../../browser/i18n.ts';
import { reloadInspectedPage } from '../../browser/inspected.ts';
import { pluralKey } from '../../browser/plural.ts';
import { currentHop, hostOf } from '../../cors/index.ts';
import { hiddenVitalHeaders, type JudgedExchange, resultOf } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { useFileAccess, useWatch } from '../model/use-grants.ts';
import { AccessInPopup } from './access-in-popup.tsx';
import { BlindSpots } from './blind-spots.tsx';
import { FILTER_ID } from './filter-box.tsx';
import { TryIt } from './try-it.tsx';
import { Text } from './words.tsx';

/** Says why the list is empty. */
export function Empty() {
  const { rows, hasAllRows, isUnreadable, filter, isFromFile } = useModel();
  // What is still being read may say otherwise.
  const isUnknown = !hasAllRows.value || isUnreadable.value;
  // Of a file without calls its banner says so.
  if (isUnknown || (isFromFile && rows.value.length === 0)) return <main class="empty" />;
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
      <p>{t('emptyNext')}</p>
      <button type="button" class="button" onClick={reloadInspectedPage}>
        {t('reloadPage')}
      </button>
      <TryIt />
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
      <TryIt />
      {files === false && <p class="dim">{t('emptyClosedFile')}</p>}
    </>
  );
}

function NoProblems() {
  const { rows, isFromFile } = useModel();
  const waiting = rows.value.filter((row) => resultOf(row) === 'pending').length;
  const passed = rows.value.filter((row) => resultOf(row) === 'passed').length;
  const passedKey = pluralKey(passed, { one: 'passedCountOne', other: 'passedCountOther' });
  const waitingKey = pluralKey(waiting, { one: 'waitingCountOne', other: 'waitingCountOther' });
  // A script that can't read what it needs fails without a word of CORS.
  const unread = rows.value.find((row) => hiddenVitalHeaders(row).length > 0);
  return (
    <>
      {unread === undefined ? (
        <h1>{t(isFromFile ? 'fileNoProblems' : 'emptyNoProblems')}</h1>
      ) : (
        <Unread of={unread} />
      )}
      <p>
        {passed > 0 && t(passedKey, { count: String(passed) })}{' '}
        {waiting > 0 && t(waitingKey, { count: String(waiting) })} <ShowAll />
      </p>
      {!isFromFile && <Hints />}
    </>
  );
}

/** A call that passed, and whose script can't read what clients of its protocol need. */
function Unread({ of: row }: { of: JudgedExchange }) {
  const { hidePassed, select } = useModel();
  const show = () => {
    hidePassed.value = false;
    select(row.exchange.id);
  };
  return (
    <>
      <h1>{t('emptyUnread')}</h1>
      <p>
        <Text
          message="emptyUnreadWhich"
          values={{ host: hostOf(currentHop(row.exchange).url), headers: hiddenVitalHeaders(row) }}
        />{' '}
        <button type="button" class="button" onClick={show}>
          {t('emptyUnreadShow')}
        </button>
      </p>
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
      {watch === 'not-granted' && !canRequestHosts() && <AccessInPopup hosts={[hostOf(pageOrigin.value)]} />}
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
