import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { numbers } from '../../browser/formats.ts';
import { t, textLanguage } from '../../browser/i18n.ts';
import { pluralKey } from '../../browser/plural.ts';
import { Text, Value, Words } from '../components/words.tsx';
import { useModel } from '../model/model-context.ts';
import type { FileFacts } from './file-messages.ts';
import type { FileState } from './file-model.ts';
import './file-banner.css';

/** Where the calls come from. */
export type FileOrigin =
  | { readonly type: 'file'; readonly name: string }
  | { readonly type: 'pasted' }
  | { readonly type: 'example' };

interface Props {
  readonly origin: FileOrigin;
  readonly state: ReadonlySignal<FileState>;
  readonly close: () => void;
}

/** Longer names of files are cut. */
const NAME_CHARS = 60;

const CLOSE = { file: 'fileClose', pasted: 'dialogClose', example: 'exampleClose' } as const;

/** Says that the calls are from a file, which one, and what it doesn't tell; leads back. */
export function FileBanner({ origin, state: { value: state }, close }: Props) {
  const { type } = origin;
  const isReadingFile = type !== 'example' && state.type === 'reading';
  return (
    <section class="file-banner" aria-label={t(type === 'example' ? 'exampleFrom' : 'fileBanner')}>
      <div class="file-line">
        <h1>
          <Title of={origin} isReading={isReadingFile} />
        </h1>
        <p role="status">
          {type === 'example' ? t('exampleWhat') : state.type === 'read' && <Facts of={state.facts} />}
        </p>
        {isReadingFile && <progress aria-label={t('fileReading')} value={state.share} />}
        <CloseButton
          takesFocus={type === 'example'}
          label={t(isReadingFile ? 'fileCancel' : CLOSE[type])}
          close={close}
        />
      </div>
      {type === 'example' && <p class="dim">{t('exampleNext')}</p>}
      {state.type === 'refused' && (
        <p class="file-refused" role="alert">
          <Words of={state.why} />
        </p>
      )}
      {type !== 'example' && state.type === 'read' && <Notes of={state.facts} />}
    </section>
  );
}

function Title({ of, isReading }: { of: FileOrigin; isReading: boolean }) {
  switch (of.type) {
    case 'file':
      return (
        <>
          {t(isReading ? 'fileReading' : 'fileFrom')} <Value text={of.name} length={NAME_CHARS} />
        </>
      );
    case 'pasted':
      return <>{t('pasteFrom')}</>;
    case 'example':
      return <>{t('exampleFrom')}</>;
  }
}

interface CloseProps {
  /** True where what was clicked is gone, and the focus with it. */
  readonly takesFocus: boolean;
  readonly label: string;
  readonly close: () => void;
}

function CloseButton({ takesFocus, label, close }: CloseProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <button ref={button} type="button" class="button" onClick={close}>
      {label}
    </button>
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
