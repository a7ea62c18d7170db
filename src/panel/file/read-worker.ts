import { ownProfile } from '../../browser/own-profile.ts';
import { type FileContent, FileReading, type FileRefusal, readPasted } from '../../file/index.ts';
import { sentence } from '../../texts/index.ts';
import type { FileMessage } from './file-messages.ts';

/** The bytes that are read at once. */
const PIECE_BYTES = 2 ** 21;
/** The calls in one message. Of the first one, fewer: it is waited for. */
const CALLS = { first: 50, later: 200 };

/** Reads the one file, or the text, that the panel hands over. It runs in a thread of its own, and ends with it. */
self.addEventListener('message', ({ data }: MessageEvent<File | string>) => {
  read(data).catch((error: unknown) => {
    console.error('The file could not be read.', error);
    tell({ type: 'refused', why: sentence('fileUnreadable') });
  });
});

async function read(data: File | string): Promise<void> {
  tellResult(typeof data === 'string' ? readPasted(data, ownProfile()) : await readFile(data));
}

async function readFile(file: File): Promise<FileContent | FileRefusal> {
  const reading = new FileReading(ownProfile());
  const decoder = new TextDecoder();
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    const bytes = await file.slice(at, at + PIECE_BYTES).arrayBuffer();
    if (!reading.push(decoder.decode(bytes, { stream: true }))) break;
    tell({ type: 'progress', share: Math.min(1, (at + bytes.byteLength) / file.size) });
  }
  return reading.end();
}

function tellResult(result: FileContent | FileRefusal): void {
  if (result.type === 'refusal') {
    tell({ type: 'refused', why: result.why });
    return;
  }
  const { type: _, exchanges, ...facts } = result;
  tell({ type: 'facts', facts });
  let at = 0;
  do {
    const count = at === 0 ? CALLS.first : CALLS.later;
    const some = exchanges.slice(at, at + count);
    at += count;
    tell({ type: 'calls', exchanges: some, areLast: at >= exchanges.length });
  } while (at < exchanges.length);
}

function tell(message: FileMessage): void {
  self.postMessage(message);
}
