export { LANGUAGES, type Language } from './languages.ts';
export { type MessageKey, type Sentence, type SentenceValue, sentence } from './sentence.ts';
