import { ownProfile } from '../../browser/own-browser.ts';
import { type FileContent, FileReading, type FileRefusal, readPasted } from '../../file/index.ts';
import { sentence } from '../../texts/index.ts';
import type { FileMessage } from './file-messages.ts';

/** Progress is told in steps of this share of the file. */
const PROGRESS_STEP = 0.01;
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
  let taken = 0;
  let told = 0;
  // Slices of the file, read one after the other, take half as long again.
  for await (const bytes of file.stream()) {
    if (!reading.push(decoder.decode(bytes, { stream: true }))) break;
    taken += bytes.byteLength;
    const share = taken / file.size;
    if (share < told + PROGRESS_STEP) continue;
    told = share;
    tell({ type: 'progress', share });
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
