import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Asked } from './openable.ts';

/** Opens a file, or what was pasted. */
export const OpenFileContext = createContext<(file: Asked) => void>(() => {});

export function useOpenFile(): (file: Asked) => void {
  return useContext(OpenFileContext);
}
