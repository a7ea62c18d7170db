export { answerCommand, type Handlers } from './answer-command.ts';
export { CommandError, toRefusal } from './command-error.ts';
export type {
  Args,
  CommandName,
  Lost,
  ProbePreflight,
  RefusedEntry,
  Reply,
  ReportFinished,
  SetOverride,
  TakenIn,
} from './commands.ts';
export { errorSentence } from './error-sentence.ts';
export { readFinishedRequest } from './finished-request.ts';
export { POPUP_CHANNEL, type PopupMessage } from './popup-message.ts';
export { sendCommand } from './send-command.ts';
export { isRecord, isWrongField } from './shape.ts';
export { within } from './within.ts';
