import { t } from '../../browser/i18n.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';
import { useOpenFile } from '../model/open-file-context.ts';

/** Lets the user paste a ticket, and opens it. The code for that is loaded then. @param class of the button */
export function PasteButton({ class: name }: { class: string }) {
  const open = useOpenFile();
  const asking = useAction('fileFailed');
  const ask = () =>
    asking.start(async () => {
      const { askForText } = await import('../file/ask-for-text.tsx');
      const pasted = await askForText();
      if (pasted !== null) open(pasted);
    });
  return (
    <>
      <button type="button" class={name} title={t('pasteHint')} aria-label={t('paste')} onClick={ask}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            class="mark-line"
            stroke-width="1.4"
            d="M5.5 3H3.5v11h9V3h-2M5.5 1.8h5v2.6h-5zM6 8h4M6 10.5h4"
          />
        </svg>
        <span class="tool-label">{t('paste')}</span>
      </button>
      <ActionProblem of={asking} class="toolbar-problem" />
    </>
  );
}
