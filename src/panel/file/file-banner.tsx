import type { ReadonlySignal } from '@preact/signals';
import { numbers } from '../../browser/formats.ts';
import { t, textLanguage } from '../../browser/i18n.ts';
import { pluralKey } from '../../browser/plural.ts';
import { Text, Value, Words } from '../components/words.tsx';
import { useModel } from '../model/model-context.ts';
import type { FileFacts } from './file-messages.ts';
import type { FileState } from './file-model.ts';
import './file-banner.css';

interface Props {
  /** Null for pasted text. */
  readonly name: string | null;
  readonly state: ReadonlySignal<FileState>;
  readonly close: () => void;
}

/** Longer names of files are cut. */
const NAME_CHARS = 60;

/** Says that the calls are from a file, which one, and what it doesn't tell; leads back. */
export function FileBanner({ name, state: { value: state }, close }: Props) {
  return (
    <section class="file-banner" aria-label={t('fileBanner')}>
      <div class="file-line">
        <h1>
          {name === null ? (
            t('pasteFrom')
          ) : (
            <>
              {state.type === 'reading' ? t('fileReading') : t('fileFrom')}{' '}
              <Value text={name} length={NAME_CHARS} />
            </>
          )}
        </h1>
        <p role="status">{state.type === 'read' && <Facts of={state.facts} />}</p>
        {state.type === 'reading' && <progress aria-label={t('fileReading')} value={state.share} />}
        <button type="button" class="button" onClick={close}>
          {state.type === 'reading' ? t('fileCancel') : t(name === null ? 'dialogClose' : 'fileClose')}
        </button>
      </div>
      {state.type === 'refused' && (
        <p class="file-refused" role="alert">
          <Words of={state.why} />
        </p>
      )}
      {state.type === 'read' && <Notes of={state.facts} />}
    </section>
  );
}

const dates = new Intl.DateTimeFormat(textLanguage(), { dateStyle: 'medium', timeStyle: 'short' });

function Facts({ of: { requestCount, recordedAt, recorder } }: { of: FileFacts }) {
  const key = pluralKey(requestCount, { one: 'fileRequestsOne', other: 'fileRequestsOther' });
  return (
    <>
      {t(key, { count: numbers.format(requestCount) })}
      {recordedAt !== null && (
        <>
          {' · '}
          {t('fileRecordedAt', { date: dates.format(recordedAt) })}
        </>
      )}
      {recorder !== '' && (
        <>
          {' · '}
          <Text message="fileRecorder" values={{ recorder }} />
        </>
      )}
    </>
  );
}

function Notes({ of: { notes } }: { of: FileFacts }) {
  const { rows, hasAllRows } = useModel();
  const isEmpty = hasAllRows.value && rows.value.length === 0;
  if (notes.length === 0 && !isEmpty) return null;
  return (
    <ul class="file-notes">
      {isEmpty && <li>{t('fileNoCalls')}</li>}
      {notes.map((note) => (
        <li key={note.key}>
          <Words of={note} />
        </li>
      ))}
    </ul>
  );
}
