export { curlPreflight, curlRequest, SHELLS, type Shell } from './curl.ts';
export { type Answerer, type Handover, toMarkdown } from './markdown.ts';
export { type Report, type ReportedExchange, type ReportedFailure, toReport } from './report.ts';
export { type Messages, type Say, speaker } from './say.ts';
export { clippedText, visibleText } from './visible-text.ts';
