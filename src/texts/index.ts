export { LANGUAGE_NAMES, LANGUAGES, type Language } from './languages.ts';
export type { ArgumentsFor, KeysWith, MessageKey, PlainKey, ValuesFor } from './placeholders.ts';
export { mapValues, type Sentence, type SentenceValue, sentence } from './sentence.ts';
