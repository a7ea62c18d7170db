import { t } from '../../browser/i18n.ts';
import { useOpenFile } from '../model/open-file-context.ts';

/** Lets the user paste a ticket, and opens it. The code for that is loaded then. @param class of the button */
export function PasteButton({ class: name }: { class: string }) {
  const open = useOpenFile();
  const ask = async () => (await import('../file/ask-for-text.tsx')).askForText();
  return (
    <button
      type="button"
      class={name}
      title={t('pasteHint')}
      aria-label={t('paste')}
      onClick={() => open(ask())}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path class="mark-line" stroke-width="1.4" d="M5.5 3h-2v11h9V3h-2m-5-1.2h5v2.6h-5z" />
      </svg>
      <span class="tool-label">{t('paste')}</span>
    </button>
  );
}
