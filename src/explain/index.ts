export { type ConsoleLine, consoleLine } from './console-line.ts';
export { type RequiredHeader, requiredHeaders } from './required-headers.ts';
export type { StackChoice } from './selected-recipe.ts';
export { warningsOn } from './warnings.ts';
export { whoWords } from './who-words.ts';
