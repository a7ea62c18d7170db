import { OPEN_FILE_ID } from '../components/open-file-button.tsx';
import type { Openable } from '../model/openable.ts';
import type { OpenedFile } from '../model/opened-file.ts';
import { FileBanner } from './file-banner.tsx';
import { createFileModel } from './file-model.ts';

/** Begins to read a file, or pasted text. @param close called when the user has done with it */
export function openFile(file: Openable, close: () => void): OpenedFile {
  const { panel, state, stop } = createFileModel(file);
  const closeAndLeave = () => {
    close();
    requestAnimationFrame(() => document.getElementById(OPEN_FILE_ID)?.focus());
  };
  const name = typeof file === 'string' ? null : file.name;
  return { panel, stop, Banner: () => <FileBanner name={name} state={state} close={closeAndLeave} /> };
}
