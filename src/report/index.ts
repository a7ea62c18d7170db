export {
  AGENT_CHANNEL,
  type AgentAnswer,
  type AgentMessage,
  type AgentQuery,
  type AgentReport,
  toAgentReport,
} from './agent-answer.ts';
export { agentPrompt } from './agent-prompt.ts';
export { agentPromptOfMany, type ExplainedCause } from './agent-prompt-of-many.ts';
export { corsTest } from './cors-test/cors-test.ts';
export { TEST_KINDS, type TestKind } from './cors-test/test-kind.ts';
export { testedCall } from './cors-test/tested-call.ts';
export { curlPreflight, curlRequest, SHELLS, type Shell } from './curl.ts';
export { type Explained, variantOf } from './explained.ts';
export { type Issue, issueForm, MAX_ADDRESS_CHARS, wrongVerdictIssue } from './issue.ts';
export { type Report, toReport } from './report.ts';
export type { ReportV2 } from './report-v2.ts';
export { type Messages, type Say, speaker } from './say.ts';
export { ticket } from './ticket.ts';
export { toReportV2 } from './to-report-v2.ts';
export { clippedText, visibleText } from './visible-text.ts';
