export { type ConsoleLine, consoleLine } from './console-line.ts';
export { type RequiredHeader, requiredHeaders } from './required-headers.ts';
export { warningsOn } from './warnings.ts';
export { whoWords } from './who-words.ts';
