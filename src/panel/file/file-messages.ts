import type { Exchange } from '../../cors/index.ts';
import type { FileContent } from '../../file/index.ts';
import type { Sentence } from '../../texts/index.ts';

/** What is said of a file beside its calls. */
export type FileFacts = Omit<FileContent, 'type' | 'exchanges'>;

/** What the thread that reads a file tells the panel. */
export type FileMessage =
  /** @property share how much of the file is read, from 0 to 1 */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'facts'; readonly facts: FileFacts }
  /** Some of the calls: a message with all of them would hold up the panel. */
  | { readonly type: 'calls'; readonly exchanges: readonly Exchange[]; readonly areLast: boolean }
  | { readonly type: 'refused'; readonly why: Sentence };
