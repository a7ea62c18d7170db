export { curlPreflight, curlRequest, SHELLS, type Shell } from './curl.ts';
export { toMarkdown } from './markdown.ts';
export { type Report, toReport } from './report.ts';
export { type Messages, type Say, speaker } from './say.ts';
export { clippedText, visibleText } from './visible-text.ts';
