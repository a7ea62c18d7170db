export { type MessageKey, type Sentence, type SentenceValue, sentence } from './sentence.ts';
