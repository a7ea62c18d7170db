export { type FileContent, FileReading } from './file-reading.ts';
