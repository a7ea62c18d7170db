import { useRef } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { showDialog } from '../dialog/show-dialog.tsx';
import { type Openable, openableIn } from '../model/openable.ts';
import './ask-for-text.css';

/** Has the user paste what is to be opened. Null where they don't. */
export function askForText(): Promise<Openable | null> {
  return showDialog<Openable>(t('paste'), (done) => <PasteForm done={done} />);
}

function PasteForm({ done }: { done: (pasted: Openable | null) => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const paste = (event: ClipboardEvent) => {
    const pasted = openableIn(event.clipboardData);
    if (pasted === null) return;
    event.preventDefault();
    done(pasted);
  };
  return (
    <form
      class="paste-form"
      onSubmit={(event) => {
        event.preventDefault();
        done(area.current?.value ?? '');
      }}
    >
      <p>{t('pasteHint')}</p>
      <textarea ref={area} aria-label={t('pasteLabel')} rows={5} spellcheck={false} onPaste={paste} />
      <p class="dim">{t('pasteStays')}</p>
      <p class="dialog-buttons">
        <button type="submit" class="button">
          {t('pasteOpen')}
        </button>
        <button type="button" class="button" onClick={() => done(null)}>
          {t('fileCancel')}
        </button>
      </p>
    </form>
  );
}
