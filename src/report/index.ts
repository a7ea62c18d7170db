export { agentPrompt } from './agent-prompt.ts';
export { curlPreflight, curlRequest, SHELLS, type Shell } from './curl.ts';
export { type Report, toReport } from './report.ts';
export { type Messages, type Say, speaker } from './say.ts';
export { ticket } from './ticket.ts';
export { clippedText, visibleText } from './visible-text.ts';
