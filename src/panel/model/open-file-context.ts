import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Opens a file. */
export const OpenFileContext = createContext<(file: File) => void>(() => {});

export function useOpenFile(): (file: File) => void {
  return useContext(OpenFileContext);
}
