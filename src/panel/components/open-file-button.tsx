import { useRef } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { useOpenFile } from '../model/open-file-context.ts';

/** The button has the focus when a file was closed. */
export const OPEN_FILE_ID = 'open-file';

/** Lets the user choose a file, and opens it. @param class of the button */
export function OpenFileButton({ class: name }: { class: string }) {
  const open = useOpenFile();
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: Event & { readonly currentTarget: HTMLInputElement }) => {
    const [file] = currentTarget.files ?? [];
    // The same file may be chosen again.
    currentTarget.value = '';
    if (file !== undefined) open(file);
  };
  return (
    <>
      <button
        id={OPEN_FILE_ID}
        type="button"
        class={name}
        aria-label={t('openFile')}
        title={t('openFileHint')}
        onClick={() => input.current?.click()}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path class="mark-line" stroke-width="1.4" d="M2 12.5v-9h4l1.5 2H14v7H2Z" />
        </svg>
        <span class="tool-label">{t('openFile')}</span>
      </button>
      <input ref={input} type="file" accept=".har,.json" hidden onChange={choose} />
    </>
  );
}
