import { type ReadonlySignal, signal } from '@preact/signals';
import type { OpenedFile } from './opened-file.ts';

export interface FileOpener {
  /** Null while none is open. */
  readonly opened: ReadonlySignal<OpenedFile | null>;
  /** Opens a file in place of the one that is open. Loads the code for it first. */
  readonly open: (file: File) => Promise<void>;
}

export function createFileOpener(): FileOpener {
  const opened = signal<OpenedFile | null>(null);
  const show = (next: OpenedFile | null) => {
    opened.value?.stop();
    opened.value = next;
  };
  return {
    opened,
    open: async (file) => {
      const { openFile } = await import('../file/open-file.tsx');
      show(openFile(file, () => show(null)));
    },
  };
}
