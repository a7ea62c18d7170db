import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { useOpenFile } from '../model/open-file-context.ts';
import './file-drop.css';

/** Opens a file that is dropped anywhere, and says so while it is held above. */
export function FileDrop() {
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
    document.addEventListener('dragover', drag);
    document.addEventListener('drop', drag);
    document.addEventListener('dragleave', leave);
    return () => {
      document.removeEventListener('dragover', drag);
      document.removeEventListener('drop', drag);
      document.removeEventListener('dragleave', leave);
    };
  }, [open, isAbove]);
  return isAbove.value ? <div class="file-drop">{t('fileDrop')}</div> : null;
}
