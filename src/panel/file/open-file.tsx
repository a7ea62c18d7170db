import { OPEN_FILE_ID } from '../components/open-file-button.tsx';
import type { OpenedFile } from '../model/opened-file.ts';
import { FileBanner } from './file-banner.tsx';
import { createFileModel } from './file-model.ts';

/** Begins to read a file. @param close called when the user has done with it */
export function openFile(file: File, close: () => void): OpenedFile {
  const { panel, state, stop } = createFileModel(file);
  const closeAndLeave = () => {
    close();
    requestAnimationFrame(() => document.getElementById(OPEN_FILE_ID)?.focus());
  };
  return { panel, stop, Banner: () => <FileBanner name={file.name} state={state} close={closeAndLeave} /> };
}
