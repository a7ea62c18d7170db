import { type ReadonlySignal, signal } from '@preact/signals';
import type { Asked } from './openable.ts';
import type { OpenedFile } from './opened-file.ts';

export interface FileOpener {
  /** Null while none is open. */
  readonly opened: ReadonlySignal<OpenedFile | null>;
  /** Opens a file, or what was pasted, in place of the one that is open. Loads the code for it first. */
  readonly open: (file: Asked) => Promise<void>;
}

export function createFileOpener(): FileOpener {
  const opened = signal<OpenedFile | null>(null);
  const show = (next: OpenedFile | null) => {
    opened.value?.stop();
    opened.value = next;
  };
  return {
    opened,
    open: async (asked) => {
      const file = await asked;
      if (file === null) return;
      const { openFile } = await import('../file/open-file.tsx');
      show(openFile(file, () => show(null)));
    },
  };
}
