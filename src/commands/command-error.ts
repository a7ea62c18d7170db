import { isRecord } from './shape.ts';

/** Every way in which a command can fail, and the names of the values that its sentence needs. */
const PARAMETERS_BY_CODE = {
  /** A field of the message has a wrong value. */
  malformed: ['field'],
  'unknown-command': [],
  /** The sender is no page of the extension. */
  'not-own-page': [],
  /** The page isn't on this machine, as overrides require. */
  'not-loopback': ['origin'],
  'no-access': ['origin'],
  /** A policy of the managed browser forbids it. */
  policy: ['origin'],
  /** This build has no `debugger` permission. */
  'no-debugger': [],
  'no-tab': [],
  'storage-full': [],
  /** Chrome doesn't let the debugger attach. */
  'debugger-refused': [],
  /** Chrome doesn't accept declarativeNetRequest rules. */
  'rule-refused': [],
  /** The exchange is no longer stored. */
  gone: [],
  'no-preflight': [],
  'url-too-long': [],
  /** No answer came, or it came too late. */
  unanswered: [],
  /** The worker couldn't be reached, or was stopped before it answered. */
  unreachable: [],
  /** Any other failure: a fault of the extension or the browser. */
  internal: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ErrorCode = keyof typeof PARAMETERS_BY_CODE;

export const ERROR_CODES = Object.keys(PARAMETERS_BY_CODE).filter(isErrorCode);

/** Why a command failed: a code, and the values that the code's sentence needs. */
export type CommandProblem = {
  [Code in ErrorCode]: {
    readonly code: Code;
    readonly parameters: Readonly<Record<(typeof PARAMETERS_BY_CODE)[Code][number], string>>;
  };
}[ErrorCode];

/** The answer to a command that failed. */
export interface Refusal {
  readonly ok: false;
  /** One English sentence, for logs and tests. People see the sentence of the code. */
  readonly error: string;
}

/** The same for the extension's own pages, which show the problem in the user's language. */
export type CodedRefusal = CommandProblem & Refusal;

/** A field with which the extension's own pages ask for error codes. The published answer has no room for codes. */
export const ASKS_FOR_CODES = { errors: 'coded' } as const;

/** Returns whether the sender of `message` asks for error codes. */
function wantsCodes(message: unknown): boolean {
  return isRecord(message) && message.errors === ASKS_FOR_CODES.errors;
}

/** A command that failed. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly problem: CommandProblem;

  /** @param message one English sentence, for logs and tests */
  constructor(problem: CommandProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** Makes the answer to `message` from any value that was thrown. */
export function toRefusal(error: unknown, message: unknown): Refusal | CodedRefusal {
  const coded = toCodedRefusal(error);
  return wantsCodes(message) ? coded : { ok: coded.ok, error: coded.error };
}

function toCodedRefusal(error: unknown): CodedRefusal {
  if (error instanceof CommandError) return { ok: false, error: error.message, ...error.problem };
  return { ok: false, error: String(error), code: 'internal', parameters: {} };
}

/** Returns the error that `answer` reports, or null. */
export function readRefusal(answer: unknown): CommandError | null {
  if (!isRecord(answer) || answer.ok !== false) return null;
  const { error, code, parameters } = answer;
  const problem: unknown = { code, parameters };
  return new CommandError(
    isCommandProblem(problem) ? problem : { code: 'internal', parameters: {} },
    typeof error === 'string' ? error : 'The command failed.',
  );
}

function isCommandProblem(value: unknown): value is CommandProblem {
  if (!isRecord(value) || !isErrorCode(value.code) || !isRecord(value.parameters)) return false;
  const { parameters } = value;
  return PARAMETERS_BY_CODE[value.code].every((name) => typeof parameters[name] === 'string');
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(PARAMETERS_BY_CODE, value);
}
