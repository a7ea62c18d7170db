import { OPEN_FILE_ID } from '../components/open-file-button.tsx';
import { TRY_IT_ID } from '../components/try-it-id.ts';
import type { Openable } from '../model/openable.ts';
import type { OpenedFile } from '../model/opened-file.ts';
import { FileBanner, type FileOrigin } from './file-banner.tsx';
import { createFileModel } from './file-model.ts';

export { tryIt } from './try-it.ts';

/** Begins to read a file, pasted text or the example. @param close called when the user has done with it */
export function openFile(file: Openable, close: () => void): OpenedFile {
  const origin = originOf(file);
  const { panel, state, stop } = createFileModel(
    typeof file === 'object' && 'example' in file ? file.example : file,
  );
  const closeAndLeave = () => {
    close();
    requestAnimationFrame(() => {
      const button = origin.type === 'example' ? document.getElementById(TRY_IT_ID) : null;
      (button ?? document.getElementById(OPEN_FILE_ID))?.focus();
    });
  };
  return { panel, stop, Banner: () => <FileBanner origin={origin} state={state} close={closeAndLeave} /> };
}

function originOf(file: Openable): FileOrigin {
  if (typeof file === 'string') return { type: 'pasted' };
  return 'example' in file ? { type: 'example' } : { type: 'file', name: file.name };
}
