import type { Preflight } from '../cors/index.ts';
import { CONSENTS, type Consent } from '../override/index.ts';
import type { Report } from '../report/index.ts';
import { headerList } from './finished-request.ts';
import {
  anyList,
  boolean,
  type FieldType,
  httpOrigin,
  id,
  listOf,
  number,
  object,
  oneOf,
  optional,
  orNull,
  type Shape,
  tabId,
  text,
  url,
} from './shape.ts';

/**
 * The commands that the extension's own pages send to the background worker: what each takes, and how it's answered.
 */
interface Commands {
  /** All that was seen in a tab, as data. */
  exportReport(args: OfTab): Report;
  clearExchanges(args: OfTab): Done;
  /** Answered once it is in force. */
  setOverride(args: SetOverride): Done;
  /** Sends the very preflight of an exchange again, to see what the server says now. */
  probePreflight(args: ProbePreflight): Probed;
  /** Tells of requests of the inspected tab that are over. Answered once they are stored. */
  reportFinished(args: ReportFinished): TakenIn;
  /** Tells of the top-level page in the inspected tab. Answered once that is stored. */
  reportNavigation(args: ReportNavigation): Done;
}

export type CommandName = keyof Commands;
export type Args<Name extends CommandName> = Parameters<Commands[Name]>[0];
export type Reply<Name extends CommandName> = ReturnType<Commands[Name]>;

/** A command as it is sent. */
export type Command = { [Name in CommandName]: { readonly type: Name } & Args<Name> }[CommandName];

/** A command that did what it should, and has nothing to tell. */
interface Done {
  readonly ok: true;
}

interface OfTab {
  readonly tabId: number;
}

export interface SetOverride extends OfTab {
  readonly pageOrigin: string;
  readonly targetOrigin: string;
  readonly enabled: boolean;
  /** What the user consented to; without it none of these means is taken. */
  readonly allow?: readonly Consent[] | undefined;
}

/** `tabId` is the tab that is inspected; the exchange may belong to its page's service worker. */
export interface ProbePreflight extends OfTab {
  readonly exchangeId: string;
}

/** The reply to `probePreflight`: the preflight as it went this time. */
interface Probed extends Done {
  readonly preflight: Preflight;
}

export interface ReportFinished extends OfTab {
  /** Each is a `FinishedRequest`. The worker looks at them one by one: one that is malformed costs no other. */
  readonly finished: readonly unknown[];
  /** Requests that were dropped before the worker heard of them. */
  readonly lost?: Lost | undefined;
}

/** Counts requests that DevTools told of and that never reached the worker. */
export interface Lost {
  readonly count: number;
  /** When the last of them began, in ms since the epoch. */
  readonly latest: number;
}

/** The reply to `reportFinished`: all entries but the refused ones are stored. */
export interface TakenIn extends Done {
  readonly refused: readonly RefusedEntry[];
}

/** An entry that can never be stored. */
export interface RefusedEntry {
  /** Its place in `finished`. */
  readonly index: number;
  /** One English sentence. */
  readonly error: string;
}

interface ReportNavigation extends OfTab {
  readonly url: string;
  /** When the tab began to go to the page, in ms since the epoch. */
  readonly at: number;
  /** When DevTools told that the tab shows it, in ms since the epoch. */
  readonly heardAt: number;
}

/** How the worker checks a command's arguments, and the sender its reply. */
interface Specification<Name extends CommandName> {
  readonly args: Shape<Args<Name>>;
  readonly isReply: (answer: unknown) => answer is Reply<Name>;
  /** How long the sender waits for a reply, in ms. Chrome ends a worker that lets a sender wait for five minutes. */
  readonly timeout: number;
}

const SECOND = 1_000;
const MINUTE = 60_000;

const { is: isDone } = object<Done>({ ok: isTrue() }, 'an answer');
const consents = listOf(oneOf<Consent>(CONSENTS));

const preflight = object<Preflight>(
  {
    requestHeaders: headerList,
    response: orNull(object({ status: number, headerList }, 'a response')),
    error: orNull(text),
  },
  'a preflight',
);

/** Every command, with its checks. */
export const COMMANDS: { readonly [Name in CommandName]: Specification<Name> } = {
  exportReport: { args: { tabId }, isReply: isReport, timeout: MINUTE },
  clearExchanges: { args: { tabId }, isReply: isDone, timeout: 30 * SECOND },
  setOverride: {
    args: {
      tabId,
      pageOrigin: httpOrigin,
      targetOrigin: httpOrigin,
      enabled: boolean,
      allow: optional(consents),
    },
    isReply: isDone,
    timeout: 30 * SECOND,
  },
  // The worker sends one probe at a time, each for at most ten seconds.
  probePreflight: {
    args: { tabId, exchangeId: id },
    isReply: object<Probed>({ ok: isTrue(), preflight }, 'an answer').is,
    timeout: MINUTE,
  },
  // In a flood the worker takes its time.
  reportFinished: {
    args: {
      tabId,
      finished: anyList,
      lost: optional(object<Lost>({ count: number, latest: number }, 'a count and a time')),
    },
    isReply: object<TakenIn>(
      {
        ok: isTrue(),
        refused: listOf(object<RefusedEntry>({ index: number, error: text }, 'a refused entry')),
      },
      'an answer',
    ).is,
    timeout: 5 * MINUTE,
  },
  reportNavigation: {
    args: { tabId, url, at: number, heardAt: number },
    isReply: isDone,
    timeout: 30 * SECOND,
  },
};

export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(COMMANDS, name);
}

function isTrue(): FieldType<true> {
  return { is: (value): value is true => value === true, name: 'true' };
}

/** Checks the format alone: the worker itself wrote the exchanges. */
function isReport(answer: unknown): answer is Report {
  const format = oneOf(['preflight-inspector/report']);
  return object({ format, exchanges: anyList }, 'a report').is(answer);
}
