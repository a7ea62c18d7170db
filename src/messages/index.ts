export { answerCommand, type Handlers, refusalOf } from './answer-command.ts';
export {
  CODED,
  CommandError,
  type CommandProblem,
  ERROR_CODES,
  type ErrorCode,
  type Refusal,
  toRefusal,
} from './command-error.ts';
export type {
  Args,
  Command,
  CommandName,
  Done,
  Lost,
  Probed,
  ProbePreflight,
  RefusedEntry,
  Reply,
  ReportFinished,
  ReportNavigation,
  SetOverride,
  TakenIn,
} from './commands.ts';
export { errorSentence } from './error-sentence.ts';
export { readFinishedRequest } from './finished-request.ts';
export { sendCommand, type Transport } from './send-command.ts';
export { isWrongField } from './shape.ts';
export { within } from './within.ts';
