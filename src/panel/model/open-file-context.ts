import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Openable } from './openable.ts';

/** Opens a file, or what was pasted. */
export const OpenFileContext = createContext<(file: Openable) => void>(() => {});

export function useOpenFile(): (file: Openable) => void {
  return useContext(OpenFileContext);
}
