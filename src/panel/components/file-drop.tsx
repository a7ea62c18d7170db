import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { useOpenFile } from '../model/open-file-context.ts';
import { looksLikeReport, openableIn } from '../model/openable.ts';
import './file-drop.css';

interface Props {
  /** Whether pasted text without a report is answered, too; else nothing comes of it. */
  readonly takesAnyText: boolean;
}

/** Opens a file that is dropped anywhere, and says so while it is held above. Opens what is pasted outside of fields. */
export function FileDrop({ takesAnyText }: Props) {
  const open = useOpenFile();
  const isAbove = useSignal(false);
  // Before anything is drawn: until then, the browser would open the file in place of the page.
  useLayoutEffect(() => {
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      isAbove.value = event.type === 'dragover';
      const [file] = event.dataTransfer.files;
      if (event.type === 'drop' && file !== undefined) open(file);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) isAbove.value = false;
    };
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      if (target instanceof Element && target.closest('input, textarea') !== null) return;
      const pasted = openableIn(clipboardData);
      if (pasted !== null && (typeof pasted !== 'string' || takesAnyText || looksLikeReport(pasted)))
        open(pasted);
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', drag);
    document.addEventListener('drop', drag);
    document.addEventListener('dragleave', leave);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', drag);
      document.removeEventListener('drop', drag);
      document.removeEventListener('dragleave', leave);
    };
  }, [open, isAbove, takesAnyText]);
  return isAbove.value ? <div class="file-drop">{t('fileDrop')}</div> : null;
}
