import { isRecord } from './shape.ts';

/** Each way in which a command can fail, and the names of the values that its sentence needs. */
const PARAMETERS = {
  /** A field of the message has a wrong value. */
  malformed: ['field'],
  'unknown-command': [],
  /** The sender is no page of the extension. */
  'not-own-page': [],
  /** Overrides are only for pages on this machine. */
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
  /** Nobody answered, or not in time. */
  unanswered: [],
  /** The worker couldn't be reached, or was stopped before it answered. */
  unreachable: [],
  /** Anything else: a fault of the extension or the browser. */
  internal: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ErrorCode = keyof typeof PARAMETERS;

export const ERROR_CODES = Object.keys(PARAMETERS).filter(isErrorCode);

/** Why a command failed: a code, and the values that the code's sentence needs. */
export type CommandProblem = {
  [Code in ErrorCode]: {
    readonly code: Code;
    readonly parameters: Readonly<Record<(typeof PARAMETERS)[Code][number], string>>;
  };
}[ErrorCode];

/** How a command that failed is answered. */
export interface Refusal {
  readonly ok: false;
  /** One English sentence, for logs and tests; people are shown the code's. */
  readonly error: string;
}

/** The same for the extension's own pages, which show the problem in the user's language. */
export type CodedRefusal = CommandProblem & Refusal;

/**
 * What the extension's own pages add to a command, to be told of errors by code: the published answer has no room for
 * it.
 */
export const CODED = { errors: 'coded' } as const;

/** Whether the sender of `message` is to be told of errors by code. */
function wantsCodes(message: unknown): boolean {
  return isRecord(message) && message.errors === CODED.errors;
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

/** The error that `answer` tells of, or null where it tells of none. */
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
  return PARAMETERS[value.code].every((name) => typeof parameters[name] === 'string');
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(PARAMETERS, value);
}
