export { type FileContent, FileReading, type FileRefusal } from './file-reading.ts';
export { readPasted } from './pasted-text.ts';
